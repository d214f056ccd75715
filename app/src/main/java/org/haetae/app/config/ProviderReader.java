package org.haetae.app.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.haetae.console.oidc.Provider;

/** Reads where people may sign in besides with a password of ours. */
final class ProviderReader {
  private static final URI NOWHERE = URI.create("https://localhost");

  private ProviderReader() {}

  static Optional<Provider> read(YamlMap listen, Path folder) {
    if (!listen.has("oidc")) {
      return Optional.empty();
    }
    YamlMap map =
        listen.map(
            "oidc",
            "oidc",
            "issuer",
            "client-id",
            "client-secret-file",
            "user-claim",
            "second-factors");
    URI issuer = map.required("issuer", NOWHERE, URI::create);
    String client = map.required("client-id", "", Function.identity());
    Path secret = map.required("client-secret-file", Path.of("secret"), YamlMap.pathFrom(folder));
    if (map.has("client-secret-file") && !Files.isReadable(secret)) {
      map.problem("client-secret-file", "\"%s\" is not there or can't be read".formatted(secret));
    }
    List<String> factors = map.texts("second-factors");
    return map.build(
        () ->
            new Provider(
                issuer,
                client,
                secret,
                map.optional("user-claim", "preferred_username", Function.identity()),
                factors.isEmpty() ? Set.of("mfa", "otp", "hwk") : Set.copyOf(factors)));
  }
}
