package org.haetae.benchmarks.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.EmergencyAccess;
import org.haetae.casework.account.LockOut;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.account.argon2.Argon2Passwords;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.imports.ImportKind;
import org.haetae.casework.imports.ImportReport;
import org.haetae.casework.imports.Importer;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.PlanningFacts;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.planning.Demand;
import org.haetae.casework.planning.DemandForecast;
import org.haetae.casework.planning.ReturnRates;
import org.haetae.casework.planning.RunOut;
import org.haetae.casework.planning.StockOut;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.release.NoticePin;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.KeyRing;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.Rotation;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.SecretVault;
import org.haetae.console.Desks;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;

/** Prints how long the casework of a country takes. */
public final class PlanScale {
  private static final int STATIONS = 300;
  private static final int CASES = 15_000;
  private static final int ORDERS = 40_000;
  private static final int WATCHES = 3_700;
  private static final int EVENTS = 2_000;

  private PlanScale() {}

  /**
   * @param arguments a seed, if any, and "plain" to leave the database's text unsealed
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
    System.out.printf(
        "seed %d: %d cases, %d orders, %d watches, %d stations%n",
        seed, CASES, ORDERS, WATCHES, STATIONS);
    Path folder = Files.createTempDirectory("plan");
    Instant now = Instant.now();
    Plan plan = PlanReader.korea();
    Database database = new Database.Sqlite(folder.resolve("plan.db"));
    boolean plain = List.of(arguments).contains("plain");
    KeyPlaces places = new KeyPlaces(folder.resolve("text-keys"), folder.resolve("text.key"));
    try (KeyRing ring = KeyRing.open(places);
        Store store =
            plain ? Store.open(database) : Store.open(database, ring, InstantSource.fixed(now))) {
      System.out.println(plain ? "plain text" : "sealed text");
      imported(store, plan, new Country(seed, now, STATIONS, CASES, ORDERS, WATCHES), now);
      System.out.printf("database: %d MB%n", Files.size(folder.resolve("plan.db")) >> 20);
      for (int round = 1; round <= 3; round++) {
        measured(store, plan, now, new Random(seed + round));
      }
    }
    if (!plain) {
      sealed(database, places, now);
    }
  }

  /** What a start costs with no key in memory, and a change of the master key. */
  private static void sealed(Database database, KeyPlaces places, Instant now) {
    System.out.println();
    try (SealedStore fresh =
        timed(
            "open with no key in memory",
            () -> SealedStore.open(database, places, InstantSource.fixed(now)))) {
      var _ = timed("read the ledger, keys too", () -> new Office(new StoredLedger(fresh.store())));
      var _ = timed("read the orders, keys too", () -> fresh.store().read(in -> in.orders().all()));
      SealCost.print(fresh.ring());
    }
    int keys = timed("another master key", () -> new Rotation(places).rotate());
    System.out.printf("  %d keys were wrapped anew%n", keys);
  }

  private static void imported(Store store, Plan plan, Country country, Instant now) {
    Importer importer =
        new Importer(new Office(new StoredLedger(store)), store, plan, OrderRulesReader.korea());
    take(importer, ImportKind.STATIONS, country.stationFile(), now);
    take(importer, ImportKind.STAFF, country.staffFile(), now);
    take(importer, ImportKind.CASES, country.caseFile(), now);
    take(importer, ImportKind.WATCHES, country.watchFile(), now);
    take(importer, ImportKind.ORDERS, country.orderFile(), now);
  }

  private static void take(Importer importer, ImportKind kind, String csv, Instant now) {
    ImportReport report = timed("import " + kind, () -> importer.take(kind, csv, false, deed(now)));
    if (report.refused()) {
      throw new IllegalStateException(kind + " refused: " + report.problems().getFirst());
    }
  }

  private static void measured(Store store, Plan plan, Instant now, Random random)
      throws IOException, InterruptedException {
    System.out.println();
    Office office = timed("read the ledger back", () -> new Office(new StoredLedger(store)));
    List<OrderFile> orders = timed("read the orders", () -> store.read(in -> in.orders().all()));
    CoverBook book = new CoverBook(office, plan);
    begin(book, orders, now, "cover of everybody, from scratch");
    begin(book, orders, now, "cover of everybody, from scratch, again");
    List<CoverLine> lines = timed("everybody's lines in order", () -> book.lines(now));
    System.out.printf(
        "  of %d lines %d are covered%n",
        lines.size(), lines.stream().filter(CoverLine::covered).count());
    planning(office, plan, now);
    afterEvents(office, book, plan, now, random);
    queries(store, office, book, now.plusSeconds(EVENTS), random);
    pages(store, office, book, plan, now.plusSeconds(EVENTS), random);
  }

  private static void begin(CoverBook book, List<OrderFile> orders, Instant now, String what) {
    var _ =
        timed(
            what,
            () -> {
              book.begin(orders, List.of(), false, SiteView.NONE, now);
              return orders;
            });
  }

  private static void planning(Office office, Plan plan, Instant now) {
    PlanningFacts facts =
        timed(
            "what planning needs of the casework",
            () -> office.look(files -> PlanningFacts.of(files, now, plan.watches().zone())));
    DemandForecast forecast =
        timed("the demand forecast", () -> DemandForecast.of(facts.history())).orElseThrow();
    long runOut =
        timed(
            "when each station runs out",
            () -> {
              StockOut stockOut =
                  new StockOut(
                      facts.today(),
                      ReturnRates.of(facts.tenancies(), facts.today(), plan.watches().term()));
              return facts.shelves().entrySet().stream()
                  .map(one -> stockOut.of(one.getValue(), demand(forecast, one.getKey())))
                  .filter(outlook -> outlook.expected() instanceof RunOut.On)
                  .count();
            });
    System.out.printf(
        "  of %d stations %d run out within a year%n", facts.shelves().size(), runOut);
  }

  private static Demand demand(DemandForecast forecast, StationId station) {
    return Objects.requireNonNull(forecast.stations().get(station));
  }

  private static void afterEvents(
      Office office, CoverBook book, Plan plan, Instant now, Random random) {
    CaseDesk cases = new CaseDesk(office, plan);
    WatchDesk watches = new WatchDesk(office, plan.watches());
    long[] event = new long[EVENTS];
    long[] cover = new long[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      CaseId id = new CaseId("case-%05d".formatted(random.nextInt(CASES)));
      long start = System.nanoTime();
      act(cases, watches, office, id, now.plusSeconds(i), random);
      long written = System.nanoTime();
      book.tick(now.plusSeconds(i));
      event[i] = written - start;
      cover[i] = System.nanoTime() - written;
    }
    System.out.printf("  one event, written to disk: %s%n", spread(event));
    System.out.printf("  cover after one event: %s%n", spread(cover));
  }

  /** What pages ask for, each once a round. */
  private static void queries(
      Store store, Office office, CoverBook book, Instant now, Random random) {
    long[] nanos = new long[EVENTS];
    int found = 0;
    for (int i = 0; i < EVENTS; i++) {
      CaseId id = new CaseId("case-%05d".formatted(random.nextInt(CASES)));
      StationId station = new StationId("station-%03d".formatted(random.nextInt(STATIONS)));
      long start = System.nanoTime();
      found +=
          switch (i % 5) {
            case 0 -> book.lines(now, random.nextInt(CASES), 50).size();
            case 1 -> book.line(id, now).map(line -> line.gaps().size()).orElse(0);
            case 2 -> store.read(in -> in.ledger().about(id)).size();
            case 3 -> office.look(files -> files.stock().offers(station, 60_000)).size();
            default -> office.look(files -> files.waiting()).size();
          };
      nanos[i] = System.nanoTime() - start;
    }
    System.out.printf("  one query (%d rows in all): %s%n", found, spread(nanos));
  }

  private static void pages(
      Store store, Office office, CoverBook book, Plan plan, Instant now, Random random)
      throws IOException, InterruptedException {
    Path keys = PageLoad.keys();
    CaseDesk cases = new CaseDesk(office, plan);
    cases.post(deed(now).by(), Role.SUPERVISOR, new StationId("station-000"), deed(now));
    try (KeyFolder folder = KeyFolder.open(keys.resolve("keys"), keys.resolve("master.key"))) {
      AccountDesk accounts =
          new AccountDesk(
              store,
              new Argon2Passwords(),
              new SecretVault(folder),
              LockOut.standard(),
              SessionRule.standard(),
              user -> office.look(files -> files.staff(user).role()),
              () -> now);
      new PageLoad(random, CASES, STATIONS, accounts)
          .run(
              new Desks(
                  office,
                  plan,
                  cases,
                  new WatchDesk(office, plan.watches()),
                  new NoticeDesk(office, plan.notices(), new NoticePin(new byte[32])),
                  new Importer(office, store, plan, OrderRulesReader.korea()),
                  book,
                  new PhotographVault(store, folder),
                  accounts,
                  new EmergencyAccess(store, () -> now),
                  QuietSite.desks(store, folder, () -> now),
                  store,
                  () -> now,
                  new RegisterDesk(store, new BlindIndex(new byte[32]), Normal.korea())),
              PlanScale::spread);
    }
  }

  private static void act(
      CaseDesk cases, WatchDesk watches, Office office, CaseId id, Instant at, Random random) {
    boolean open =
        office.look(
            files -> files.find(id).orElseThrow().requests().stream().anyMatch(r -> r.open()));
    boolean first = office.look(files -> files.find(id).orElseThrow().requests().isEmpty());
    if (!open && first && random.nextBoolean()) {
      var _ =
          watches.ask(
              id, office.look(files -> files.find(id).orElseThrow().opened().station()), deed(at));
      return;
    }
    RiskGrade grade =
        office.look(files -> files.find(id).orElseThrow().risk().grade().orElseThrow());
    if (grade == RiskGrade.EXTREME) {
      cases.lower(id, RiskGrade.LOW, "as measured", deed(at));
    } else {
      cases.raise(id, RiskGrade.EXTREME, "as measured", deed(at));
    }
  }

  private static Deed deed(Instant at) {
    return new Deed(new Actor(new UserId("bench"), Role.SUPERVISOR), at);
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    System.out.printf(
        "  %s: %d ms%n", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
    return result;
  }

  private static String spread(long[] nanos) {
    Arrays.sort(nanos);
    List<String> parts = new ArrayList<>();
    for (double share : new double[] {0.5, 0.99, 1}) {
      int index = (int) Math.min(nanos.length - 1, share * nanos.length);
      parts.add(
          "%s %.2f ms"
              .formatted(share == 1 ? "max" : "p" + (int) (share * 100), nanos[index] / 1e6));
    }
    return String.join(", ", parts);
  }
}
