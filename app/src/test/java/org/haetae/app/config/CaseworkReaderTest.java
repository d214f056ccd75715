package org.haetae.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.haetae.app.Home;
import org.haetae.casework.escalation.Roster;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseworkReaderTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir Path folder;

  /** The demo's site with another casework section. */
  private SiteReader.Outcome read(String casework) throws IOException {
    Path config = Home.folder().resolve("config");
    String demo = Files.readString(config.resolve("demo.yaml"));
    int begin = demo.indexOf("\ncasework:");
    int end = demo.indexOf("\nplaces:");
    Path file = folder.resolve("site.yaml");
    Files.writeString(
        file,
        demo.substring(0, begin)
            + "\n"
            + casework
            + demo.substring(end)
                .replace("../camera-sim", config.resolveSibling("camera-sim").toString()));
    return SiteReader.read(file, CLOCK);
  }

  private CaseworkSettings good(String casework) throws IOException {
    SiteReader.Outcome outcome = read(casework);
    return assertInstanceOf(SiteReader.Outcome.Good.class, outcome, outcome::toString)
        .site()
        .casework();
  }

  private String bad(String casework) throws IOException {
    List<ConfigProblem> problems =
        assertInstanceOf(SiteReader.Outcome.Bad.class, read(casework)).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.getFirst().toString();
  }

  @Test
  void withoutASectionThePageCallsAgainEveryMinute() throws IOException {
    CaseworkSettings settings = good("");
    assertTrue(settings.records().isEmpty());
    assertEquals(ApprovalRule.none(), settings.approval());
    assertEquals(
        List.of("console"),
        settings.escalation().tiers().stream().map(Tier::channels).flatMap(List::stream).toList());
    assertEquals(Duration.ofMinutes(1), settings.escalation().repeat());
  }

  @Test
  void everythingCanBeSaid() throws IOException {
    CaseworkSettings settings =
        good(
            """
            casework:
              database: data/haetae.db
              keys: data/keys
              master-key: master.key
              two-people: [danger, warning]
              repeat: 30
              escalation:
                - name: operator
                  channels: [console]
                  shifts:
                    - {who: kim, days: [mon, tue], time: "08:00-20:00"}
                    - {who: lee, date: 2026-03-02, time: "18:00-08:00"}
                - name: supervisor
                  after: 2.5
                  channels: console
            """);
    assertEquals(
        new CaseworkSettings.Records(
            folder.resolve("data/haetae.db"),
            folder.resolve("data/keys"),
            folder.resolve("master.key")),
        settings.records().orElseThrow());
    assertEquals(ApprovalRule.twoPeople(), settings.approval());
    assertEquals(Set.of(Severity.DANGER, Severity.WARNING), settings.dispatch().twoPeople());
    assertEquals(Duration.ofSeconds(30), settings.escalation().repeat());
    Instant mondayEvening = Instant.parse("2026-03-02T10:00:00Z");
    assertEquals(Duration.ofMillis(2500), settings.escalation().pauseAfter(0, mondayEvening));
    Roster roster = settings.escalation().tiers().getFirst().roster();
    assertEquals(List.of("kim", "lee"), names(roster, mondayEvening));
    assertEquals(List.of("lee"), names(roster, mondayEvening.plus(Duration.ofHours(6))));
    assertEquals(List.of(), names(roster, mondayEvening.plus(Duration.ofDays(3))));
  }

  private static List<String> names(Roster roster, Instant now) {
    return roster.onDuty(now).stream().map(UserId::value).toList();
  }

  @Test
  void theCanaryMayBeSentFurtherOrNotAtAll() throws IOException {
    assertEquals(CaseworkSettings.CanarySettings.standard(), good("").canary());
    String hook =
        """
        casework:
          channels:
            - {name: bus, kind: mqtt, host: broker.example, topic: haetae/north}
          canary: {every: 120, channels: [console, bus]}
        """;
    assertEquals(Duration.ofMinutes(2), good(hook).canary().every());
    assertEquals(Set.of("console", "bus"), good(hook).canary().channels());
    assertFalse(good("casework:\n  canary: {every: 0}\n").canary().isOn());
    String often = bad("casework:\n  canary: {every: 5}\n");
    assertTrue(often.contains("can't come more often than every 60 s"), often);
    String unknown = bad("casework:\n  canary: {channels: [pager]}\n");
    assertTrue(unknown.contains("there is no channel \"pager\""), unknown);
  }

  @Test
  void aWebhookIsAChannelOfTiers() throws IOException {
    Files.writeString(folder.resolve("station.key"), "a key of some length\n");
    String hook =
        """
        casework:
          channels:
            - name: station
              kind: webhook
              url: %s
              key-file: station.key
          escalation:
            - name: operator
              channels: [console, station]
        """;
    CaseworkSettings settings = good(hook.formatted("https://station.example/hook"));
    assertEquals("station", settings.channels().getFirst().name());
    assertEquals(List.of("console", "station"), settings.escalation().toldAt(0));
    String plain = bad(hook.formatted("http://station.example/hook").replace(", station", ""));
    assertTrue(plain.contains("must begin with https://"), plain);
    Files.writeString(folder.resolve("station.key"), "short");
    String weak = bad(hook.formatted("https://station.example/hook").replace(", station", ""));
    assertTrue(weak.contains("take at least 16"), weak);
  }

  @Test
  void eachKindOfChannelCanBeSaid() throws IOException {
    Files.writeString(folder.resolve("station.key"), "a key of some length\n");
    Files.writeString(folder.resolve("password"), "open sesame\n");
    CaseworkSettings settings =
        good(
            """
            casework:
              channels:
                - {name: cap, kind: cap, url: https://control.example/cap, key-file: station.key,
                   sender: haetae@station.example, sender-name: North station, restriction: Officers}
                - {name: person, kind: person, url: https://gateway.example/x, key-file: station.key}
                - {name: bus, kind: mqtt, host: broker.example, topic: haetae/north,
                   user: haetae, password-file: password}
                - {name: desk, kind: mail, host: localhost, tls: false, limit: 2.5, zone: Asia/Seoul,
                   from: haetae@station.example, to: [desk@station.example]}
            """);
    List<ChannelSettings> channels = settings.channels();
    assertEquals(4, channels.size());
    assertInstanceOf(ChannelSettings.Cap.class, channels.get(0));
    assertInstanceOf(ChannelSettings.Person.class, channels.get(1));
    var bus = assertInstanceOf(ChannelSettings.Mqtt.class, channels.get(2));
    assertEquals("open sesame", bus.broker().login().orElseThrow().password().reveal());
    assertTrue(bus.broker().trust().isPresent(), "TLS unless said otherwise");
    var desk = assertInstanceOf(ChannelSettings.Mail.class, channels.get(3));
    assertEquals(Duration.ofMillis(2500), desk.limit());
    assertFalse(settings.toString().contains("sesame"));
  }

  @Test
  void mistakesInChannelsAreSentences() throws IOException {
    String channel = "casework:\n  channels:\n    - {name: bus, host: broker.example, ";
    String other = bad(channel + "kind: mqtt, topic: a, from: x@y.example}\n");
    assertTrue(other.contains("the kind mqtt has no \"from\""), other);
    String open = bad(channel + "kind: mqtt, topic: a, tls: false}\n");
    assertTrue(open.contains("without TLS only on this machine"), open);
    String nobody = bad(channel + "kind: mail, from: x@y.example}\n");
    assertTrue(nobody.contains("at least one address"), nobody);
    String kind = bad(channel + "kind: pigeon}\n");
    assertTrue(kind.contains("it must be one of webhook, cap, person, mqtt, mail"), kind);
    String lost = bad(channel + "kind: mqtt, topic: a, user: u, password-file: nowhere}\n");
    assertTrue(lost.contains("nowhere can't be read"), lost);
  }

  @Test
  void alarmsAboutTheSystemGoToChannelsThatCanTakeThem() throws IOException {
    Files.writeString(folder.resolve("station.key"), "a key of some length\n");
    String both =
        """
        casework:
          technical: [%s]
          channels:
            - {name: desk, kind: mail, host: localhost, tls: false,
               from: haetae@station.example, to: [desk@station.example]}
            - {name: person, kind: person, url: https://gateway.example/x, key-file: station.key}
        """;
    assertEquals(List.of("desk"), good(both.formatted("desk")).technical());
    String person = bad(both.formatted("person"));
    assertTrue(
        person.contains("\"person\" can be told of the system; those that can: desk"), person);
  }

  @Test
  void aGatewayOfWatchesShowsAToken() throws IOException {
    assertEquals(Set.of(), good("").watches().names());
    Files.writeString(folder.resolve("watches.token"), "a-token-of-some-length\n");
    String http = "casework:\n  watches:\n    http: {token-file: %s}\n";
    CaseworkSettings settings = good(http.formatted("watches.token"));
    assertEquals(Set.of("http"), settings.watches().names());
    assertFalse(settings.toString().contains("a-token"));
    String lost = bad(http.formatted("nowhere"));
    assertTrue(lost.contains("nowhere can't be read"), lost);
    Files.writeString(folder.resolve("short.token"), "sesame\n");
    String weak = bad(http.formatted("short.token"));
    assertTrue(weak.contains("a token has at least 16 characters"), weak);
    assertFalse(weak.contains("sesame"), weak);
    String none = bad("casework:\n  watches: {}\n");
    assertTrue(none.contains("watches need a gateway"), none);
    String mqtt = "casework:\n  watches:\n    mqtt: {host: localhost, tls: false, topic: %s}\n";
    WatchSettings.Mqtt broker =
        good(mqtt.formatted("watches/north")).watches().mqtt().orElseThrow();
    assertEquals("haetae-watches", broker.broker().client());
    assertEquals("watches/north", broker.topics().prefix());
    String topic = bad(mqtt.formatted("\"watches/#\""));
    assertTrue(topic.contains("the topic of watches has"), topic);
  }

  @Test
  void mistakesAreSentences() throws IOException {
    String tier = "casework:\n  escalation:\n    - name: operator\n      ";
    String unknown = bad(tier + "channels: [pager]\n");
    assertTrue(unknown.contains("there is no channel \"pager\"; known: console"), unknown);
    String late = bad(tier + "after: 5\n      channels: [console]\n");
    assertTrue(late.contains("is the first and must be told at once"), late);
    String none = bad("casework:\n  two-people: [calamity]\n");
    assertTrue(none.contains("it must be one of notice, warning, danger"), none);
    String key = bad("casework:\n  databse: x\n");
    assertTrue(key.contains("databse"), key);
    String approval = bad("casework:\n  approval: nobody\n");
    assertTrue(approval.contains("it must be two-people or site-file"), approval);
    String keyless = bad("casework:\n  database: haetae.db\n");
    assertTrue(keyless.contains("needs \"database\", \"keys\" and \"master-key\""), keyless);
    String never = bad("casework:\n  repeat: 0\n");
    assertTrue(never.contains("must be called again after more than 0 s"), never);
  }
}
