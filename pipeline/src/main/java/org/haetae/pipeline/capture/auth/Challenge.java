package org.haetae.pipeline.capture.auth;

import java.util.Map;
import java.util.Optional;

/**
 * One way in that a server offers in {@code WWW-Authenticate}.
 *
 * @param scheme in lower case, such as {@code digest}
 * @param parameters by name in lower case, unquoted
 */
record Challenge(String scheme, Map<String, String> parameters) {
  Challenge {
    parameters = Map.copyOf(parameters);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
