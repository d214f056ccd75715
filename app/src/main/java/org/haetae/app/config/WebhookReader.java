package org.haetae.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.haetae.app.config.CaseworkSettings.Webhook;
import org.haetae.casework.delivery.http.WebhookAddress;
import org.haetae.casework.delivery.http.WebhookSignature;

/** Reads the receivers of signed notices. Neither a key nor an address is repeated in a problem. */
final class WebhookReader {
  private static final URI NOWHERE = URI.create("https://nowhere.invalid/");
  private static final double STANDARD_LIMIT = 5;

  private final Path folder;

  WebhookReader(Path folder) {
    this.folder = folder;
  }

  List<Webhook> read(YamlMap casework) {
    List<Webhook> webhooks = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(CaseworkSettings.CONSOLE));
    for (YamlMap map :
        casework.list("webhooks", "a webhook", "name", "url", "key-file", "internal", "limit")) {
      String name = map.required("name", "unnamed", Function.identity());
      if (!seen.add(name)) {
        map.problem("name", "the channel %s stands twice".formatted(name));
      }
      URI uri = map.required("url", NOWHERE, WebhookReader::uri);
      boolean internal = map.optional("internal", false, YamlMap::yesNo);
      Optional<WebhookSignature> signature =
          map.required("key-file", Optional.empty(), text -> Optional.of(signature(text)));
      double limit = map.optional("limit", STANDARD_LIMIT, YamlMap::number);
      if (!(limit > 0 && limit <= 60)) {
        map.problem("limit", "\"limit\" must lie between 0 and 60 seconds");
      }
      map.build(() -> new WebhookAddress(uri, internal))
          .ifPresent(
              address ->
                  signature.ifPresent(
                      signing ->
                          webhooks.add(
                              new Webhook(
                                  name,
                                  address,
                                  signing,
                                  Duration.ofMillis(Math.round(limit * 1e3))))));
    }
    return webhooks;
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("it is not a web address", e);
    }
  }

  private WebhookSignature signature(String text) {
    Path file = YamlMap.pathFrom(folder).apply(text);
    try {
      return new WebhookSignature(Files.readString(file).strip().getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("the file %s can't be read".formatted(file), e);
    }
  }
}
