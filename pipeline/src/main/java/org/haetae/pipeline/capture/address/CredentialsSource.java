package org.haetae.pipeline.capture.address;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a camera's password is kept, so that no site's file has to hold it. Read anew at every
 * call, so that a password changed on disk is found at the next reconnection.
 */
public sealed interface CredentialsSource {

  /** A file that holds the password as its only line. */
  record PasswordFile(String user, Path file) implements CredentialsSource {}

  /** An environment variable that holds the password. */
  record PasswordVariable(String user, String variable) implements CredentialsSource {}

  /**
   * What was read.
   *
   * @param warning one sentence when the file may be read by everybody on the machine
   */
  record Loaded(Credentials credentials, Optional<String> warning) {}

  /**
   * Reads the password.
   *
   * @param environment the process's variables, {@link System#getenv()} outside of tests
   * @throws IllegalArgumentException in one sentence, without the password, when there is none
   */
  default Loaded load(Map<String, String> environment) {
    return switch (this) {
      case PasswordFile(String user, Path file) ->
          new Loaded(
              new Credentials(user, PasswordReader.read(file)), PasswordReader.warning(file));
      case PasswordVariable(String user, String variable) ->
          new Loaded(new Credentials(user, fromVariable(variable, environment)), Optional.empty());
    };
  }

  private static Secret fromVariable(String variable, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(variable))
        .map(Secret::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the environment variable %s, which should hold a camera's password, is not set"
                        .formatted(variable)));
  }
}
