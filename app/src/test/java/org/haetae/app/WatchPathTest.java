package org.haetae.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.app.demo.DemoCase;
import org.haetae.app.live.MachineServer;
import org.haetae.app.metrics.IncidentMeters;
import org.haetae.app.metrics.WatchMeters;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.pipeline.flow.FullRate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's site and case, with one of its two places somebody else's. */
class WatchPathTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final WatchSerial WATCH = new WatchSerial("SW-1007");
  private static final String SOS =
      "{\"id\":\"00000000-0000-0001-0000-00000000000%d\",\"at\":\"%s\",\"kind\":\"sos\"}";

  @TempDir Path folder;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Instant now = NOW;
  private final InstantSource clock = () -> now;
  private Site site;
  private CaseRecords records;
  private AlertPath alerts;
  private OrderWatch orders;

  @BeforeEach
  void open() throws IOException {
    site = site();
    records = CaseRecords.open(Optional.empty(), clock);
    new DemoCase(records.office(), site.plan(), NOW).enter();
    alerts =
        new AlertPath(site.casework(), records, List.of(), List.of(), new IncidentMeters(registry));
    alerts.start();
    orders =
        new OrderWatch(
            site, records, new ModelId("net", "1"), WatchPathTest::nobody, alerts.alarms());
  }

  @AfterEach
  void close() {
    orders.close();
    alerts.close();
    records.close();
  }

  private Site site() throws IOException {
    Path config = Home.folder().resolve("config");
    Files.writeString(folder.resolve("watches.token"), "a-token-of-some-length\n");
    String demo =
        Files.readString(config.resolve("demo.yaml"))
            .replace("../camera-sim", config.resolveSibling("camera-sim").toString())
            .replace("places: [home, work]", "places: [home]")
            .replace(
                "protected-people: [protected-yun]\n    places: [work]",
                "protected-people: [protected-lim]\n    places: [work]")
            .replace(
                "\ncasework:\n",
                "\ncasework:\n  watches:\n    http: {token-file: watches.token}\n");
    Path file = folder.resolve("site.yaml");
    Files.writeString(file, demo);
    SiteReader.Outcome outcome = SiteReader.read(file, clock);
    return assertInstanceOf(SiteReader.Outcome.Good.class, outcome, outcome::toString).site();
  }

  private static Map<RespondentId, Enrolment> nobody(Set<RespondentId> respondents) {
    Map<RespondentId, Enrolment> all = new HashMap<>();
    respondents.forEach(one -> all.put(one, new Enrolment.Nothing("not here")));
    return all;
  }

  private WatchPath path(FullRate fullRate) {
    return new WatchPath(
        site,
        records,
        new CoverBook(records.office(), site.plan()),
        alerts,
        orders.desk(),
        fullRate,
        new WatchMeters(registry));
  }

  private Heard hear(WatchPath path, String text) {
    return path.by("http").hear(WATCH, text.getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> held(FullRate fullRate) {
    return site.cameras().stream()
        .map(camera -> camera.camera().id())
        .filter(fullRate::holds)
        .map(CameraId::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> storeFailing() {
    return alerts.alarms().open().stream()
        .filter(alarm -> alarm.code() == AlarmCode.STORE_FAILING)
        .flatMap(alarm -> alarm.parts().stream())
        .toList();
  }

  private double counted(String outcome) {
    return registry
        .get("haetae.watch.signals")
        .tags("gateway", "http", "outcome", outcome)
        .counter()
        .count();
  }

  @Test
  void aCallHasThePersonsOwnCamerasLookAtEverythingForHalfAnHour() {
    FullRate fullRate = new FullRate();
    try (WatchPath path = path(fullRate)) {
      assertEquals(Set.of(), held(fullRate));
      assertEquals(new Heard.Sos(), hear(path, SOS.formatted(1, now)));
      assertEquals(Set.of("home-door", "home-street"), held(fullRate));
      now = NOW.plus(WatchPath.CLOSELY).minusSeconds(1);
      hear(path, SOS.formatted(2, now));
      fullRate.tick(NOW.plus(WatchPath.CLOSELY));
      assertEquals(2, held(fullRate).size(), "from the last call on");
      fullRate.tick(now.plus(WatchPath.CLOSELY));
      assertEquals(Set.of(), held(fullRate));
      assertEquals(1, alerts.desk().newest(9).size());
      assertEquals(2, counted("sos"));
    }
  }

  /** Byte by byte, token and all, as somebody has seen it on the way. */
  @Test
  void aRecordedRequestOfAGatewayThatIsSentAgainHasNoSecondEffect() throws Exception {
    FullRate fullRate = new FullRate();
    try (WatchPath path = path(fullRate);
        MachineServer server = new MachineServer(0, () -> "", path.posts())) {
      server.start();
      byte[] recorded = recorded(server, SOS.formatted(1, now));
      assertTrue(answer(server, recorded).startsWith("HTTP/1.1 202 "));
      List<Incident> once = alerts.desk().newest(9);
      assertEquals(1, once.getFirst().alerts());
      long waiting = records.store().read(in -> in.outbox().count(ParcelState.WAITING));
      now = NOW.plus(WatchPath.CLOSELY).minusSeconds(1);
      assertTrue(answer(server, recorded).startsWith("HTTP/1.1 202 "));
      fullRate.tick(NOW.plus(WatchPath.CLOSELY));
      assertEquals(Set.of(), held(fullRate), "half an hour from the call");
      assertTrue(answer(server, recorded).startsWith("HTTP/1.1 202 "));
      assertEquals(Set.of(), held(fullRate));
      assertEquals(once, alerts.desk().newest(9));
      assertEquals(
          waiting, (long) records.store().read(in -> in.outbox().count(ParcelState.WAITING)));
    }
  }

  private static byte[] recorded(MachineServer server, String body) {
    return """
    POST /watches/%s/signals HTTP/1.1\r
    Host: %s\r
    Authorization: Bearer a-token-of-some-length\r
    Content-Length: %d\r
    Connection: close\r
    \r
    %s\
    """
        .formatted(WATCH, URI.create(server.address()).getAuthority(), body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String answer(MachineServer server, byte[] request) throws IOException {
    URI to = URI.create(server.address());
    try (Socket socket = new Socket(to.getHost(), to.getPort())) {
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aRestartLooksOn() {
    try (WatchPath path = path(new FullRate())) {
      hear(path, SOS.formatted(1, now));
    }
    now = now.plusSeconds(600);
    FullRate fullRate = new FullRate();
    try (WatchPath path = path(fullRate)) {
      path.start();
      assertEquals(Set.of("home-door", "home-street"), held(fullRate));
      fullRate.tick(NOW.plus(WatchPath.CLOSELY));
      assertEquals(Set.of(), held(fullRate), "half an hour from the call, not from the start");
    }
  }

  @Test
  void whatCanNotBeKeptIsCountedAndAnAlarmUntilItCan() {
    try (WatchPath path = path(new FullRate())) {
      assertInstanceOf(Heard.Refused.class, hear(path, "{}"));
      assertEquals(1, counted("refused"));
      assertEquals(List.of(), storeFailing());
      records.store().close();
      try {
        hear(path, SOS.formatted(1, now));
        throw new AssertionError("it was kept in a closed store");
      } catch (StoreException e) {
        assertEquals(1, counted("failed"));
      }
      assertTrue(storeFailing().contains("watch signals"), storeFailing().toString());
    }
  }
}
