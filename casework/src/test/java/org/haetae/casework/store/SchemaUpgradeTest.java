package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.haetae.casework.account.Scope;
import org.haetae.casework.audit.Checkpoint;
import org.haetae.casework.audit.VerifyingKey;
import org.haetae.casework.checkpoint.TrailCheck;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.order.OrderState;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database of every earlier version opens in this one with all its rows. Each is made by the
 * scripts of its time and filled with what its tables could hold of one sample: the rows of schema
 * 10, as version 0.1.0 wrote them, and of the tables that came after it. Then its text is sealed
 * and reads as before.
 */
class SchemaUpgradeTest {
  /** The other half of the key that signed the sample's checkpoint is nowhere. */
  private static final String PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAsPaecDCT4SP9VU2DKjNgJuhUzJd90WGT9kO89ilNGxk=
      -----END PUBLIC KEY-----
      """;

  /** It says that all is sealed, which no text of the sample is. */
  private static final String SEALING = "sealing";

  /** Columns that a later script gave another name, as table.then=now. */
  private static final Map<String, String> RENAMED = Map.of("incident.order_id", "subject");

  @TempDir static Path shared;
  @TempDir Path folder;

  static IntStream earlierSchemas() {
    return IntStream.range(1, Store.newestSchema());
  }

  private static Path sample() {
    return shared.resolve("sample.db");
  }

  @BeforeAll
  static void writeSample() throws Exception {
    migrate(sample(), 10);
    insert("DELETE FROM ledger_turn", "rows-of-schema-10.sql");
    migrate(sample(), 13);
    insert("DELETE FROM audit_head", "rows-of-schema-13.sql");
    migrate(sample(), 14);
    insert("DELETE FROM legal_hold", "rows-of-schema-14.sql");
  }

  private static void insert(String first, String rows) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sample());
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(first);
      for (String insert : text(rows).split(";\n", -1)) {
        sql.executeUpdate(insert);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("earlierSchemas")
  void everyRowIsThere(int schema) throws Exception {
    Path old = folder.resolve("old.db");
    migrate(old, schema);
    Map<String, Set<String>> before;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement sql = connection.createStatement()) {
      sql.execute("ATTACH '%s' AS sample".formatted(sample()));
      fill(sql);
      before = rows(sql, columns(sql, "main"));
    }
    assertTrue(before.size() >= 4, before.toString());
    before.forEach((table, rows) -> assertTrue(!rows.isEmpty() || table.equals(SEALING), table));
    Map<String, List<String>> then;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement sql = connection.createStatement()) {
      then = columns(sql, "main");
    }

    String plain;
    try (Store store = Store.open(new Database.Sqlite(old))) {
      assertEquals(Store.newestSchema(), SqliteFile.examine(old).schema());
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
          Statement sql = connection.createStatement()) {
        assertEquals(before, rows(sql, now(then)));
      }
      assertReadable(store, schema);
      plain = Marked.all(store);
    }
    KeyPlaces places = new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-27T02:00:00Z"));
    try (SealedStore sealed = SealedStore.open(new Database.Sqlite(old), places, clock)) {
      assertReadable(sealed.store(), schema);
      assertEquals(plain, Marked.all(sealed.store()));
    }
    assertEquals(
        List.of(), Marked.found(folder, List.of("2026-cho-17", "appeal", "Jongno", "at the door")));
  }

  private static String text(String rows) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(SchemaUpgradeTest.class.getResourceAsStream(rows))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static void migrate(Path file, int schema) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, "", "")
        .locations("classpath:org/haetae/casework/store/migration")
        .placeholders(Store.placeholders(new Database.Sqlite(file)))
        .target(Integer.toString(schema))
        .load()
        .migrate();
  }

  /** Copies what the older tables have room for. */
  private static void fill(Statement sql) throws SQLException {
    Map<String, List<String>> sample = columns(sql, "sample");
    for (Map.Entry<String, List<String>> table : columns(sql, "main").entrySet()) {
      String name = table.getKey();
      List<String> to = new ArrayList<>();
      List<String> from = new ArrayList<>();
      for (String column : table.getValue()) {
        String now = RENAMED.getOrDefault(name + "." + column, column);
        if (sample.getOrDefault(name, List.of()).contains(now)) {
          to.add(column);
          from.add(now);
        }
      }
      if (!to.isEmpty()) {
        sql.executeUpdate("DELETE FROM main." + name);
        sql.executeUpdate(
            "INSERT INTO main.%s (%s) SELECT %s FROM sample.%s"
                .formatted(name, String.join(", ", to), String.join(", ", from), name));
      }
    }
  }

  /** The columns of all tables that the sample has rows of. */
  private static Map<String, List<String>> columns(Statement sql, String database)
      throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    String query =
        """
        SELECT tables.name, columns.name FROM %s.sqlite_schema AS tables,
          pragma_table_info(tables.name, '%s') AS columns
        WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%%'
          AND tables.name <> 'flyway_schema_history'\
        """
            .formatted(database, database);
    try (ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        columns.computeIfAbsent(found.getString(1), _ -> new ArrayList<>()).add(found.getString(2));
      }
    }
    return columns;
  }

  private static Map<String, List<String>> now(Map<String, List<String>> then) {
    Map<String, List<String>> now = new TreeMap<>();
    then.forEach(
        (table, columns) ->
            now.put(
                table,
                columns.stream()
                    .map(column -> RENAMED.getOrDefault(table + "." + column, column))
                    .toList()));
    return now;
  }

  private static Map<String, Set<String>> rows(Statement sql, Map<String, List<String>> columns)
      throws SQLException {
    Map<String, Set<String>> rows = new TreeMap<>();
    for (Map.Entry<String, List<String>> table : columns.entrySet()) {
      String query =
          "SELECT %s FROM main.%s".formatted(String.join(", ", table.getValue()), table.getKey());
      Set<String> found = new HashSet<>();
      try (ResultSet each = sql.executeQuery(query)) {
        while (each.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= table.getValue().size(); i++) {
            row.append(each.getString(i)).append('|');
          }
          found.add(row.toString());
        }
      }
      rows.put(table.getKey(), found);
    }
    return rows;
  }

  private static VerifyingKey key() {
    try {
      return VerifyingKey.parsed(PUBLIC_KEY);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What a person would ask for, by this version's own code. */
  private static void assertReadable(Store store, int schema) {
    assertEquals(1, store.read(in -> in.incidents().newest(9)).size());
    assertEquals(1, store.read(Backlog::of).incidents().size());
    assertEquals(2, (long) store.read(in -> in.outbox().count(ParcelState.WAITING)));
    if (schema >= 3) {
      var order = store.read(in -> in.orders().find(new OrderId("order-2"))).orElseThrow();
      assertEquals(
          OrderState.SUSPENDED, order.stateAt(order.issued().validity().from().plusSeconds(90)));
      assertEquals(
          1, store.read(in -> in.templates().orders("0123456789abcdef0123456789abcdef")).size());
    }
    if (schema >= 6) {
      List<Recorded> facts = new StoredLedger(store).after(0, 99);
      assertEquals(2, facts.size());
    }
    if (schema >= 10) {
      assertEquals(1, store.read(in -> in.accounts().users()).size());
    }
    if (schema >= 11) {
      TrailCheck trail = TrailCheck.of(store, List.of(), key());
      assertEquals(List.of(), trail.findings());
      assertEquals(3, trail.entries());
      assertEquals(
          Optional.of(3L), store.read(in -> in.audit().newestCheckpoint()).map(Checkpoint::number));
    }
    if (schema >= 12) {
      assertEquals(
          List.of(new CaseId("case-9")),
          store.read(in -> in.erasures().open()).stream()
              .map(erasure -> new CaseId(erasure.owner().id()))
              .toList());
    }
    if (schema >= 14) {
      assertEquals(Set.of(Owner.of(new CaseId("case-1"))), store.read(in -> in.holds().held()));
    }
    if (schema >= 13) {
      assertEquals(
          Set.of(Scope.SITE, Scope.INCIDENTS),
          store.read(in -> in.accounts().session("hash-3")).orElseThrow().scopes());
      assertEquals(
          List.of(Optional.of("she is at the door")),
          store.read(in -> in.emergencyAccess().unseen()).stream()
              .map(EmergencyAccessRow::reason)
              .toList());
    }
  }
}
