package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haetae.casework.Alerts;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.SettableClock;
import org.haetae.casework.cover.FaceCover;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;

/** A database with a planted word in every column of text about people. */
public final class Marked {
  public static final Instant NOW = SettableClock.START;
  public static final Deed DEED =
      new Deed(new Actor(new UserId("supervisor-oh"), Role.SUPERVISOR), NOW);
  public static final StationId STATION = new StationId("mapo");
  public static final WatchSerial WATCH = new WatchSerial("W-17");

  /** What must be found nowhere. */
  public static final List<String> WORDS =
      List.of(
          "station-marker",
          "case-marker",
          "appeal-marker",
          "home-door",
          "outcome-marker",
          "37.123456",
          "camera-marker",
          "glass-marker",
          "Seoul Central District");

  private static final Plan PLAN = PlanReader.korea();

  private Marked() {}

  public static Office fill(Store store, int cases) {
    Office office = new Office(new StoredLedger(store));
    new WatchDesk(office, PLAN.watches())
        .place(STATION, "station-marker", new GeoPoint(37.55, 126.95), DEED);
    for (int i = 0; i < cases; i++) {
      open(office, "case-" + i);
      order(store, "order-" + i);
    }
    incident(store);
    store.run(
        in -> {
          GeoPoint where = new GeoPoint(37.123456, 126.95);
          in.readings().watch(new WatchSignal(WATCH, NOW, 50, Optional.of(where), NOW));
          in.readings().site("site", reading(), NOW);
          in.emergencyAccess()
              .add(
                  new UserId("lim"), new CaseId("case-0"), "glass-marker", NOW, NOW.plusSeconds(9));
        });
    return office;
  }

  private static SiteReading reading() {
    return new SiteReading(
        List.of(), List.of(new SiteReading.Face(new OrderId("camera-marker"), face())), List.of());
  }

  private static FaceCover face() {
    return FaceCover.GOOD;
  }

  public static void open(Office office, String id) {
    CaseDesk desk = new CaseDesk(office, PLAN);
    desk.open(
        new CaseId(id),
        new ProtectedPersonId("person-of-" + id),
        Set.of(new RespondentId("respondent-of-" + id)),
        Offence.STALKING,
        STATION,
        OptionalInt.empty(),
        DEED);
    desk.close(new CaseId(id), "case-marker", DEED);
    desk.reopen(new CaseId(id), "case-marker again", DEED);
  }

  public static OrderFile order(Store store, String id) {
    OrderFile file =
        OrderFiles.inForce(id, "respondent-of-" + id, NOW)
            .after(new OrderEvent.Suspended(NOW, "appeal-marker"));
    store.run(
        in -> {
          in.orders().add(file, NOW);
        });
    return file;
  }

  /** Of an order, closed, and one of a case, both told to a channel. */
  private static void incident(Store store) {
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("first", Duration.ZERO, List.of("receiver"))), Duration.ofDays(1));
    IncidentDesk desk =
        new IncidentDesk(store, plan, DispatchRule.onePerson(), () -> NOW, () -> {});
    desk.take(List.of(Alerts.of(new UUID(1, 1), "order-0", Severity.DANGER)));
    IncidentId id = desk.newest(1).getFirst().id();
    var _ = desk.acknowledge(id, new UserId("kim"));
    var _ = desk.resolve(id, new UserId("kim"), "outcome-marker");
    Notice.Sos sos = SampleNotices.sos();
    store.run(
        in -> {
          in.outbox().add("gateway", sos, NOW);
        });
  }

  /** Which words lie in which files of a folder. */
  public static List<String> found(Path folder, List<String> words) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String word : words) {
        String bytes =
            new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (text.contains(bytes)) {
          found.add("%s in %s".formatted(word, file.getFileName()));
        }
      }
    }
    return found;
  }

  /** All that can be read, as text. */
  public static String all(Store store) {
    return store.read(
        in ->
            """
            %s
            %s
            %s
            %s
            %s
            %s
            %s
            %s\
            """
                .formatted(
                    in.ledger().after(0, Integer.MAX_VALUE),
                    in.orders().all(),
                    in.incidents().newest(9).stream()
                        .map(one -> in.incidents().events(one.id()))
                        .toList(),
                    in.incidents().newest(9).stream()
                        .map(one -> in.incidents().newestNotice(one.id()))
                        .toList(),
                    in.incidents().judged(9),
                    in.readings().watches(),
                    in.readings().site("site"),
                    in.emergencyAccess().unseen()));
  }
}
