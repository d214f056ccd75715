package org.haetae.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.haetae.app.config.ChannelSettings.Receiver;
import org.haetae.casework.delivery.cap.CapSource;
import org.haetae.casework.delivery.http.WebhookAddress;
import org.haetae.casework.delivery.http.WebhookSignature;
import org.haetae.casework.delivery.mail.MailEnvelope;
import org.haetae.casework.delivery.mail.MailServer;
import org.haetae.casework.delivery.mqtt.MqttBroker;
import org.haetae.casework.delivery.mqtt.MqttMessages;
import org.haetae.casework.delivery.text.ProtectedPersonText;

/** Reads the ways by which tiers are told. No key and no web address is repeated in a problem. */
final class ChannelsReader {
  private static final URI NOWHERE = URI.create("https://nowhere.invalid/");
  private static final double STANDARD_LIMIT = 5;

  /** An alert that nobody has fetched in an hour is history, not an alert. */
  private static final double STANDARD_EXPIRY = 3600;

  /** How a channel is reached. */
  private enum Kind {
    WEBHOOK,
    CAP,
    PERSON,
    MQTT,
    MAIL
  }

  private final ReceiverKeys keys;

  ChannelsReader(Path folder) {
    keys = new ReceiverKeys(folder);
  }

  List<ChannelSettings> read(YamlMap casework) {
    List<ChannelSettings> channels = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(CaseworkSettings.CONSOLE));
    for (YamlMap map : casework.list("channels", "a channel", everyKey().toArray(String[]::new))) {
      String name = map.required("name", "unnamed", Function.identity());
      if (!seen.add(name)) {
        map.problem("name", "the channel %s stands twice".formatted(name));
      }
      double limit = map.optional("limit", STANDARD_LIMIT, YamlMap::number);
      if (!(limit > 0 && limit <= 60)) {
        map.problem("limit", "\"limit\" must lie between 0 and 60 seconds");
      }
      Duration longest = Duration.ofMillis(Math.round(limit * 1e3));
      kind(map).flatMap(kind -> channel(map, kind, name, longest)).ifPresent(channels::add);
    }
    return channels;
  }

  /** The emergency number's system: a receiver like that of a webhook. */
  Optional<Receiver> emergency(YamlMap casework) {
    return receiver(
        casework.map("emergency", "the emergency system", "url", "key-file", "internal"));
  }

  private static Optional<Kind> kind(YamlMap map) {
    Optional<Kind> kind =
        map.required(
            "kind", Optional.empty(), text -> Optional.of(YamlMap.parseEnum(Kind.class, text)));
    kind.ifPresent(known -> refuseOthers(map, known));
    return kind;
  }

  /** What is said of a kind besides name, kind and limit. */
  private static Set<String> keysOf(Kind kind) {
    return switch (kind) {
      case WEBHOOK -> Set.of("url", "key-file", "internal");
      case CAP -> Set.of("url", "key-file", "internal", "sender", "sender-name", "restriction");
      case PERSON -> Set.of("url", "key-file", "internal", "emergency-number");
      case MQTT ->
          Set.of(
              "host",
              "port",
              "client",
              "tls",
              "trust-file",
              "user",
              "password-file",
              "topic",
              "expiry");
      case MAIL ->
          Set.of(
              "host", "port", "tls", "trust-file", "user", "password-file", "from", "to", "zone");
    };
  }

  private static Set<String> everyKey() {
    Set<String> all = new TreeSet<>(Set.of("name", "kind", "limit"));
    for (Kind kind : Kind.values()) {
      all.addAll(keysOf(kind));
    }
    return all;
  }

  private static void refuseOthers(YamlMap map, Kind kind) {
    Set<String> others = everyKey();
    others.removeAll(keysOf(kind));
    others.removeAll(Set.of("name", "kind", "limit"));
    for (String key : others) {
      if (map.has(key)) {
        String called = kind.name().toLowerCase(Locale.ROOT);
        map.problem(key, "the kind %s has no \"%s\"".formatted(called, key));
      }
    }
  }

  private Optional<? extends ChannelSettings> channel(
      YamlMap map, Kind kind, String name, Duration limit) {
    return switch (kind) {
      case WEBHOOK ->
          receiver(map).map(receiver -> new ChannelSettings.Webhook(name, receiver, limit));
      case CAP -> {
        Optional<CapSource> source = source(map);
        yield receiver(map)
            .flatMap(to -> source.map(by -> new ChannelSettings.Cap(name, to, by, limit)));
      }
      case PERSON -> {
        String number = map.optional("emergency-number", "112", Function.identity());
        yield receiver(map)
            .map(
                to -> new ChannelSettings.Person(name, to, new ProtectedPersonText(number), limit));
      }
      case MQTT -> {
        Optional<MqttMessages> messages = messages(map);
        yield broker(map, "haetae")
            .flatMap(to -> messages.map(of -> new ChannelSettings.Mqtt(name, to, of, limit)));
      }
      case MAIL -> {
        Optional<MailEnvelope> envelope = envelope(map);
        yield mailServer(map)
            .flatMap(to -> envelope.map(of -> new ChannelSettings.Mail(name, to, of, limit)));
      }
    };
  }

  private Optional<Receiver> receiver(YamlMap map) {
    URI uri = map.required("url", NOWHERE, ChannelsReader::uri);
    boolean internal = map.optional("internal", false, YamlMap::yesNo);
    Optional<WebhookSignature> signature =
        map.required("key-file", Optional.empty(), text -> Optional.of(keys.signature(text)));
    return map.build(() -> new WebhookAddress(uri, internal))
        .flatMap(address -> signature.map(signing -> new Receiver(address, signing)));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("it is not a web address", e);
    }
  }

  private static Optional<CapSource> source(YamlMap map) {
    String sender = map.required("sender", "nobody@nowhere.invalid", Function.identity());
    String name = map.required("sender-name", "nobody", Function.identity());
    String restriction = map.required("restriction", "nobody", Function.identity());
    return map.build(() -> new CapSource(sender, name, restriction));
  }

  /** A broker; {@code client} is who we are where the file doesn't say. */
  Optional<MqttBroker> broker(YamlMap map, String client) {
    String host = map.required("host", "nowhere.invalid", Function.identity());
    int port = map.optional("port", 8883, YamlMap::whole);
    String named = map.optional("client", client, Function.identity());
    return map.build(() -> new MqttBroker(host, port, named, keys.trust(map), keys.login(map)));
  }

  private static Optional<MqttMessages> messages(YamlMap map) {
    String topic = map.required("topic", "haetae/nowhere", Function.identity());
    double expiry = map.optional("expiry", STANDARD_EXPIRY, YamlMap::number);
    return map.build(() -> new MqttMessages(topic, Duration.ofSeconds(Math.round(expiry))));
  }

  private Optional<MailServer> mailServer(YamlMap map) {
    String host = map.required("host", "nowhere.invalid", Function.identity());
    int port = map.optional("port", 587, YamlMap::whole);
    return map.build(() -> new MailServer(host, port, keys.trust(map), keys.login(map)));
  }

  private static Optional<MailEnvelope> envelope(YamlMap map) {
    String from = map.required("from", "nobody@nowhere.invalid", Function.identity());
    List<String> to = map.texts("to");
    ZoneId zone = map.optional("zone", ZoneId.systemDefault(), ZoneId::of);
    return map.build(() -> new MailEnvelope(from, to, zone));
  }
}
