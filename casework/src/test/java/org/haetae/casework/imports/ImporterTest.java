package org.haetae.casework.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.imports.ImportReport.LineProblem;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is taken in whole or not at all. */
class ImporterTest {
  private static final Deed DEED =
      new Deed(
          new Actor(new UserId("kim"), Role.SUPERVISOR), Instant.parse("2026-11-26T00:00:00Z"));
  private static final String STATIONS =
      "id,name,latitude,longitude\nmapo,Mapo,37.55,126.95\njongno,Jongno,37.57,126.98\n";
  private static final String CASES =
      """
      id,person,respondents,offence,station,opened,grade,contacts
      case-1,yun,han;seo,stalking,mapo,2026-11-01,high,call/ko/phone-1;!mail/en/home
      """;

  @TempDir private Path folder;
  private Store store;
  private Office office;
  private Importer importer;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(folder.resolve("h.db")));
    office = new Office(new StoredLedger(store));
    importer = new Importer(office, store, PlanReader.korea(), OrderRulesReader.korea());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ImportReport take(ImportKind kind, String text) {
    return importer.take(kind, text, false, DEED);
  }

  private static int stations(Office of) {
    List<Station> all = of.look(files -> List.copyOf(files.stock().stations()));
    return all.size();
  }

  @Test
  void oneWrongLineKeepsAllOthersOut() {
    ImportReport report =
        take(ImportKind.STATIONS, STATIONS + "x y,Nowhere,37,127\nfar,Far,137,127\n");

    assertFalse(report.written());
    assertEquals(List.of(4, 5), report.problems().stream().map(LineProblem::line).toList());
    assertEquals(0, stations(new Office(new StoredLedger(store))));
    assertEquals(0, stations(office));
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() {
    ImportReport report = importer.take(ImportKind.STATIONS, STATIONS, true, DEED);

    assertEquals(new ImportReport(2, List.of(), false), report);
    assertEquals(0, stations(office));
  }

  @Test
  void aCaseComesWithItsGradeAndContacts() {
    take(ImportKind.STATIONS, STATIONS);
    assertTrue(take(ImportKind.CASES, CASES).written());

    var file = office.look(files -> files.find(new CaseId("case-1"))).orElseThrow();
    assertEquals(Optional.of(RiskGrade.HIGH), file.risk().grade());
    assertEquals(1, file.contacts().safe().size());
    assertEquals(2, file.opened().respondents().size());
  }

  @Test
  void aPersonIsNotProtectedByTwoCases() {
    take(ImportKind.STATIONS, STATIONS);
    take(ImportKind.CASES, CASES);

    ImportReport again = take(ImportKind.CASES, CASES.replace("case-1", "case-2"));

    assertEquals(
        List.of(new LineProblem(2, "yun is protected by another case already")), again.problems());
  }

  @Test
  void watchesAreInStockOrWithSomebody() {
    take(ImportKind.STATIONS, STATIONS);
    take(ImportKind.CASES, CASES);
    ImportReport report =
        take(
            ImportKind.WATCHES,
            """
            serial,station,model,case,issued,registration
            w1,mapo,SW,case-1,2026-11-02,112-7
            w2,mapo,SW,,,
            """);

    assertTrue(report.written(), () -> report.problems().toString());
    assertEquals(
        Map.of(WatchState.ISSUED, 1, WatchState.IN_STOCK, 1),
        office.look(files -> files.stock().counts(new StationId("mapo"))));
    assertTrue(
        office
            .look(files -> files.find(new CaseId("case-1")))
            .orElseThrow()
            .request(1)
            .handed()
            .isPresent());
  }

  @Test
  void custodyTwiceTellsOnce() {
    take(ImportKind.STATIONS, STATIONS);
    take(ImportKind.CASES, CASES);
    String csv = "key,respondent,kind,effective\nk1,han,released,2026-11-25T10:00+09:00\n";

    assertTrue(take(ImportKind.CUSTODY, csv).written());
    assertTrue(take(ImportKind.CUSTODY, csv).written());

    assertEquals(
        1,
        office
            .look(files -> files.find(new CaseId("case-1")))
            .orElseThrow()
            .releases()
            .notices()
            .size());
  }

  @Test
  void anOrderIsHeldAgainstTheLawAtItsLine() {
    String head =
        "id,reference,kind,offence,legal-basis,issued-by,respondent,protected-people,places,"
            + "risk-grade,valid-from,valid-until,measures\n";
    String lawful =
        "order-1,1,emergency,stalking,\"Act on Punishment of Stalking Crimes, Art. 4\",station,han,"
            + "yun,\"home@37.5,127.0/100\",high,2026-11-20,2026-12-20,stay-away 100\n";
    String endless = lawful.replace("order-1", "order-2").replace("2026-12-20", "2028-12-20");

    ImportReport refused = take(ImportKind.ORDERS, head + lawful + endless);
    assertEquals(
        List.of(3), refused.problems().stream().map(LineProblem::line).distinct().toList());
    assertTrue(store.read(in -> in.orders().find(new OrderId("order-1"))).isEmpty());

    assertTrue(take(ImportKind.ORDERS, head + lawful).written());
    assertTrue(take(ImportKind.ORDERS, head + lawful).written(), "the same again changes nothing");
    assertEquals(1, store.read(in -> in.orders().all()).size());

    ImportReport wider = take(ImportKind.ORDERS, head + lawful.replace("away 100", "away 200"));
    assertTrue(wider.refused(), "other measures are another decision");
    assertEquals(List.of(2), wider.problems().stream().map(LineProblem::line).toList());

    store.run(
        in -> {
          in.erasures().ask(Owner.of(new OrderId("order-1")), new UserId("oh"), Instant.EPOCH);
        });
    ImportReport erased = take(ImportKind.ORDERS, head + lawful);
    assertEquals(List.of(2), erased.problems().stream().map(LineProblem::line).toList());
  }
}
