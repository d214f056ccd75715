package org.haetae.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.casework.delivery.access.Login;
import org.haetae.casework.delivery.access.Secret;
import org.haetae.casework.delivery.access.Trust;
import org.haetae.casework.delivery.http.WebhookSignature;
import org.haetae.casework.gateway.http.BearerToken;

/** Reads from files what a receiver and we know of each other. Contents are in no message. */
final class ReceiverKeys {
  private final Path folder;

  /**
   * @param folder from which relative paths start
   */
  ReceiverKeys(Path folder) {
    this.folder = folder;
  }

  WebhookSignature signature(String file) {
    return new WebhookSignature(text(file).getBytes(UTF_8));
  }

  /** What whoever sends to us must show. */
  BearerToken token(String file) {
    return new BearerToken(text(file));
  }

  /** Whose certificates are believed; empty where no TLS is wanted. */
  Optional<Trust> trust(YamlMap map) {
    if (!map.optional("tls", true, YamlMap::yesNo)) {
      return Optional.empty();
    }
    Optional<Trust> own =
        map.optional("trust-file", Optional.empty(), file -> Optional.of(certificates(file)));
    return own.or(() -> Optional.of(Trust.usual()));
  }

  private Trust certificates(String text) {
    Path file = YamlMap.pathFrom(folder).apply(text);
    try {
      return Trust.only(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Who we are to the receiver; empty where nobody is asked. */
  Optional<Login> login(YamlMap map) {
    if (!map.has("user") && !map.has("password-file")) {
      return Optional.empty();
    }
    String user = map.required("user", "nobody", Function.identity());
    Optional<Secret> password =
        map.required(
            "password-file", Optional.empty(), file -> Optional.of(new Secret(text(file))));
    return password.map(secret -> new Login(user, secret));
  }

  private String text(String name) {
    Path file = YamlMap.pathFrom(folder).apply(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static IllegalArgumentException unreadable(Path file, IOException reason) {
    return new IllegalArgumentException("the file %s can't be read".formatted(file), reason);
  }
}
