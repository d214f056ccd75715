package org.haetae.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.EmergencyAccess;
import org.haetae.casework.account.LockOut;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.account.argon2.Argon2Passwords;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.imports.Importer;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
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
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.SecretVault;
import org.haetae.console.turnstile.Rate;
import org.haetae.console.turnstile.Rates;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;

/** A small house with two stations, three watches, two cases and somebody of each role. */
public final class House implements AutoCloseable {
  public static final CaseId CASE = new CaseId("case-1");
  public static final CaseId FOREIGN = new CaseId("case-2");
  static final Instant MORNING = Instant.parse("2026-11-26T00:00:00Z");
  private static final StationId JONGNO = new StationId("jongno");
  private static final StationId BUSAN = new StationId("busan");
  private static final Deed DEED =
      new Deed(new Actor(new UserId("supervisor-oh"), Role.SUPERVISOR), MORNING);

  public final Path place;
  public final Plan plan = PlanReader.korea();
  public final AtomicReference<Instant> now =
      new AtomicReference<>(MORNING.plus(Duration.ofHours(1)));
  public final Store store;
  public final Office office;
  public final Desks desks;
  public final NoticePin pin = new NoticePin(new byte[32]);
  public final AccountDesk accounts;
  public final LiveHouse live;
  final CountedPasswords passwords = new CountedPasswords(new Argon2Passwords());
  private final SealedStore sealed;
  private final KeyFolder userKeys;
  private final KeyFolder keys;
  private final Console console;

  /** A house that holds nobody back: its clock stands still. */
  public House(Path place) throws IOException {
    this(place, Rates.all(new Rate(1_000_000, 1)));
  }

  House(Path place, Rates rates) throws IOException {
    this.place = place;
    sealed =
        SealedStore.open(
            new Database.Sqlite(place.resolve("haetae.db")),
            new KeyPlaces(place.resolve("text-keys"), place.resolve("text.key")),
            now::get);
    store = sealed.store();
    keys = KeyFolder.open(place.resolve("keys"), place.resolve("master.key"));
    userKeys = KeyFolder.open(place.resolve("user-keys"), place.resolve("master.key"));
    office = new Office(new StoredLedger(store));
    CoverBook book = new CoverBook(office, plan);
    accounts =
        new AccountDesk(
            store,
            passwords,
            new SecretVault(userKeys),
            LockOut.standard(),
            SessionRule.standard(),
            user -> office.look(files -> files.staff(user).role()),
            now::get);
    live = new LiveHouse(place, store, now::get);
    desks =
        new Desks(
            office,
            plan,
            new CaseDesk(office, plan),
            new WatchDesk(office, plan.watches()),
            new NoticeDesk(office, plan.notices(), pin),
            new Importer(office, store, plan, OrderRulesReader.korea()),
            book,
            new PhotographVault(store, keys),
            accounts,
            new EmergencyAccess(store, now::get),
            live.desks(),
            store,
            now::get,
            new RegisterDesk(store, new BlindIndex(sealed.ring().blindIndex()), Normal.korea()));
    furnish();
    book.begin(List.of(), List.of(), false, SiteView.NONE, now.get());
    console = new Console(desks, Endpoint.local(0), Optional.empty(), rates);
    console.start();
  }

  private void furnish() {
    desks.watches().place(JONGNO, "Jongno", new GeoPoint(37.57, 126.98), DEED);
    desks.watches().place(BUSAN, "Busan", new GeoPoint(35.18, 129.08), DEED);
    for (String serial : List.of("W-1", "W-2")) {
      desks.watches().receive(new WatchSerial(serial), JONGNO, "SW-2", "1.4", DEED);
    }
    desks.watches().receive(new WatchSerial("W-3"), BUSAN, "SW-2", "1.4", DEED);
    post("officer-lim", Role.OFFICER, JONGNO);
    post("officer-far", Role.OFFICER, BUSAN);
    post("supervisor-oh", Role.SUPERVISOR, JONGNO);
    post("operator-na", Role.OPERATOR, JONGNO);
    post("engineer-mo", Role.ENGINEER, JONGNO);
    post("auditor-ji", Role.AUDITOR, JONGNO);
    open(CASE, "person-1", JONGNO);
    open(FOREIGN, "person-2", BUSAN);
  }

  private void post(String name, Role role, StationId station) {
    UserId user = new UserId(name);
    desks.cases().post(user, role, station, DEED);
    plan.curriculum().modules().stream()
        .filter(module -> module.needed().contains(role))
        .forEach(module -> desks.cases().trained(user, module.id(), DEED));
  }

  private void open(CaseId id, String person, StationId station) {
    desks
        .cases()
        .open(
            id,
            new ProtectedPersonId(person),
            Set.of(new RespondentId("respondent-of-" + id)),
            Offence.STALKING,
            station,
            OptionalInt.of(1991),
            DEED);
    desks
        .cases()
        .contacts(
            id, List.of(new Contact("phone", Contact.Means.CALL, Locale.KOREAN, false)), DEED);
  }

  public CaseFile file() {
    return office.look(files -> files.find(CASE)).orElseThrow();
  }

  /** Somebody's browser, signed in; nobody's where {@code user} is empty. */
  public Browser browser(String user, String language) {
    return new Browser(console.address(), user.isEmpty() ? "" : session(user), language);
  }

  Browser english(String user) {
    return browser(user, "en");
  }

  /** A session as one that came by a link without a password has it. */
  public String session(String user) {
    return accounts.enter(accounts.pass(new UserId(user))).secret();
  }

  /** A browser with a cookie of whatever kind. */
  Browser with(String session) {
    return new Browser(console.address(), session, "en");
  }

  /** Where the console is. */
  public String address() {
    return console.address().replaceFirst("/$", "");
  }

  /** Takes the console away, as a power cut does; all else stays. */
  public void cut() {
    console.close();
  }

  /** Each route of the server. */
  List<String> routes() {
    return console.routes();
  }

  public Browser officer() {
    return browser("officer-lim", "en");
  }

  @Override
  public void close() {
    console.close();
    live.close();
    keys.close();
    userKeys.close();
    sealed.close();
  }
}
