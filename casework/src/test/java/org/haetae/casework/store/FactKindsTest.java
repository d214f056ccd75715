package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.watch.WatchFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in databases for ever: names, fields, and the JSON behind them. */
class FactKindsTest {
  /**
   * Every kind with its fields. A line may be added; one that is here may never be changed or taken
   * away, since a database somewhere has such a row.
   */
  private static final List<String> WRITTEN =
      List.of(
          "CaseFact.Assigned at by officer",
          "CaseFact.Closed at by reason",
          "CaseFact.ContactsSet at by contacts",
          "CaseFact.Opened at by person respondents offence station birthYear",
          "CaseFact.Reopened at by reason",
          "InspectionFact.Inspected at by seen findings",
          "InspectionFact.Mended at by finding evidence",
          "ReleaseFact.Attempted at by number to contact outcome detail",
          "ReleaseFact.Confirmed at by number to how proof",
          "ReleaseFact.NoticeRefused at by reason",
          "ReleaseFact.RefusalReviewed at by stillRefuses",
          "ReleaseFact.Reported at by number key respondent kind effective",
          "ReleaseFact.WrongPin at by number to",
          "RequestFact.Asked at by number station",
          "RequestFact.Closed at by number why reason",
          "RequestFact.Handed at by number watch",
          "RequestFact.PromiseLost at by number reason",
          "RequestFact.Promised at by number watch",
          "RequestFact.Told at by number step proof",
          "RiskFact.Assessed at by checklist answers range bySupervisor",
          "RiskFact.Lowered at by to reason",
          "RiskFact.Raised at by to reason",
          "StaffFact.Left at by",
          "StaffFact.Posted at by role station",
          "StaffFact.Trained at by module",
          "StationFact.Placed at by name location",
          "SupportFact.Accepted at by number due",
          "SupportFact.Ended at by number why words",
          "SupportFact.Referred at by number service due",
          "SupportFact.Started at by number",
          "WatchFact.Arrived at by",
          "WatchFact.Found at by station",
          "WatchFact.Issued at by request identity until",
          "WatchFact.Lost at by reason",
          "WatchFact.Received at by station model firmware",
          "WatchFact.Registered at by confirmation",
          "WatchFact.Renewed at by until",
          "WatchFact.Repaired at by firmware",
          "WatchFact.Reserved at by request",
          "WatchFact.Retired at by reason",
          "WatchFact.Returned at by station",
          "WatchFact.Sent at by to",
          "WatchFact.SentToRepair at by reason",
          "WatchFact.Unreserved at by reason",
          "WatchFact.WearingChecked at by worn note");

  @TempDir Path folder;

  @Test
  void noNameAndNoFieldHasChanged() {
    assertEquals(
        WRITTEN, FactKinds.all().entrySet().stream().map(FactKindsTest::fields).sorted().toList());
  }

  private static String fields(Map.Entry<String, Class<? extends Fact>> kind) {
    return Arrays.stream(kind.getValue().getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(" ", kind.getKey() + " ", ""));
  }

  @Test
  void everyKindHasAnExample() {
    assertEquals(
        new TreeSet<>(FactKinds.all().keySet()),
        FactExamples.all().stream()
            .map(fact -> FactKinds.name(fact.getClass()))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  static List<Fact> examples() {
    return FactExamples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aFactComesBackFromItsJsonAsItWas(Fact fact) {
    Class<? extends Fact> type = FactKinds.type(FactKinds.name(fact.getClass()));
    assertEquals(fact, Json.read(Json.write(fact), type));
  }

  /** Lines that were written by the first version; a newer one must still read them. */
  @Test
  void whatTheFirstVersionWroteIsStillRead() {
    assertEquals(
        FactExamples.all().subList(0, 2),
        List.of(
            read(
                "CaseFact.Opened",
                """
                {"at":"2028-02-29T14:59:59.123456789Z","by":"김-1","person":"보호-1",\
                "respondents":["r1","대상자-2"],"offence":"DOMESTIC_VIOLENCE",\
                "station":"제주동부","birthYear":2005}\
                """),
            read(
                "CaseFact.Opened",
                """
                {"at":"2028-02-29T14:59:59.123456789Z","by":"김-1","person":"보호-1",\
                "respondents":[],"offence":"DOMESTIC_VIOLENCE",\
                "station":"제주동부","birthYear":null}\
                """)));
    String contacts =
        """
        {"at":"2028-02-29T14:59:59.123456789Z","by":"김-1","contacts":[\
        {"name":"어머니 전화","means":"CALL","language":"ko-KR","seenByRespondent":false},\
        {"name":"app","means":"APP","language":"zh-Hant-TW","seenByRespondent":true},\
        {"name":"mail","means":"MAIL","language":"","seenByRespondent":true}]}\
        """;
    assertEquals(FactExamples.all().get(3), read("CaseFact.ContactsSet", contacts));
    assertEquals(contacts, Json.write(FactExamples.all().get(3)), "a reader elsewhere knows this");
    assertEquals(
        FactExamples.all().stream()
            .filter(WatchFact.Reserved.class::isInstance)
            .findFirst()
            .orElseThrow(),
        read(
            "WatchFact.Reserved",
            """
            {"at":"2028-02-29T14:59:59.123456789Z","by":"김-1",\
            "request":{"file":"사건-2021.7","number":2}}\
            """));
  }

  private static Fact read(String kind, String json) {
    return Json.read(json, FactKinds.type(kind));
  }

  @Test
  void aKindOfANewerVersionIsRefusedInASentence() throws Exception {
    Path file = folder.resolve("haetae.db");
    try (Store store = Store.open(new Database.Sqlite(file))) {
      insert(file, "CaseFact.Vanished", "{}");
      StoreException refusal =
          assertThrows(StoreException.class, () -> new StoredLedger(store).after(0, 10));
      assertEquals(
          "the database has a fact \"CaseFact.Vanished\" that this version doesn't know: use a"
              + " newer one",
          refusal.getMessage());
    }
  }

  private static void insert(Path file, String kind, String detail) throws Exception {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = database.createStatement()) {
      sql.execute(
          "INSERT INTO ledger VALUES (1, 'CASE', 'case-1', 1, NULL, 0, '%s', '%s')"
              .formatted(kind, detail));
    }
  }
}
