package org.haetae.casework.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.haetae.casework.Alerts;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.SigningKey;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.checkpoint.CheckpointDesk;
import org.haetae.casework.checkpoint.CheckpointFile;
import org.haetae.casework.checkpoint.TrailCheck;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.erasure.Erasing;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.ledger.Erased;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Entry;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.InvitationRow;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.SessionRow;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.AuditKeyFile;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.Faces;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.OrderInForce;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.Vault;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.face.Template;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/** A site that runs: its database, its keys, and what can be seen of them from outside. */
final class SampleSite implements AutoCloseable {
  static final CaseId CASE = new CaseId("case-7");
  private static final Deed DEED =
      new Deed(new Actor(new UserId("lim"), Role.OFFICER), Instant.parse("2026-03-01T02:00:00Z"));

  private final Kept kept;
  private final KeyFolder keys;
  private final KeyFolder photographKeys;
  private final SealedStore sealed;
  private final Store store;
  private final Vault vault;
  private final PhotographVault photographs;
  private final Office office;
  private final RegisterDesk register;
  private final Erasing erasing;
  private final SigningKey auditKey;
  private final CheckpointDesk checkpoints;

  private SampleSite(Kept kept) {
    this.kept = kept;
    keys = KeyFolder.open(kept.keys(), kept.masterKey());
    photographKeys = KeyFolder.open(kept.places().photographs(), kept.masterKey());
    InstantSource clock = InstantSource.system();
    sealed = SealedStore.open(new Database.Sqlite(kept.database()), kept.places(), clock);
    store = sealed.store();
    vault = new Vault(store, keys, ApprovalRule.none(), _ -> {}, clock);
    vault.resume();
    photographs = new PhotographVault(store, photographKeys);
    office = new Office(new StoredLedger(store));
    register = new RegisterDesk(store, new BlindIndex(sealed.ring().blindIndex()), Normal.korea());
    erasing = new Erasing(office, store, sealed.ring(), photographs);
    erasing.resume(Instant.now());
    auditKey = AuditKeyFile.open(kept.masterKey().resolveSibling("audit.key"));
    checkpoints =
        new CheckpointDesk(store, auditKey, new CheckpointFile(kept.checkpoints()), clock);
  }

  /** A case with its person's name and a call for help; nothing of it may be seen on a disk. */
  void openCase(CaseId id) {
    if (store.read(in -> in.ledger().after(0, 1)).isEmpty()) {
      new WatchDesk(office, PlanReader.korea().watches())
          .place(Marked.STATION, "station-marker", new GeoPoint(37.55, 126.95), DEED);
    }
    Marked.open(office, id.value());
    register.put(
        Owner.of(id), new Entry("Kim", "", List.of("010-1234-5678"), Optional.empty()), DEED);
  }

  /** An incident of an order, which somebody has acknowledged. */
  void incident(String order) {
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("first", Duration.ZERO, List.of("receiver"))), Duration.ofDays(1));
    IncidentDesk desk =
        new IncidentDesk(store, plan, DispatchRule.onePerson(), InstantSource.system(), () -> {});
    desk.take(List.of(Alerts.of(new UUID(7, order.hashCode()), order, Severity.DANGER)));
    var _ = desk.acknowledge(desk.newest(1).getFirst().id(), new UserId("kim"));
  }

  void erase(CaseId id) {
    new CaseDesk(office, PlanReader.korea()).close(id, "it is over", DEED);
    erasing.erase(id, Set.of(), new Deed(DEED.actor(), Instant.now()));
  }

  /** An erasure's one step that can't be taken back. */
  void eraseKey(Owner owner) {
    sealed.ring().erase(owner);
  }

  void due() {
    vault.due();
  }

  /** Whether the case is there; where it is not, all that is left of it must read as erased. */
  boolean has(CaseId id) {
    boolean there = office.<Optional<CaseFile>>look(files -> files.find(id)).isPresent();
    if (!there) {
      store
          .read(in -> in.ledger().about(id))
          .forEach(fact -> assertEquals(Erased.class, fact.entry().fact().getClass()));
      assertEquals(Optional.empty(), register.find(Owner.of(id)));
      assertEquals(List.of(), store.read(in -> in.erasures().open()));
    }
    return there;
  }

  /** All that is written about people, as it reads. */
  String text() {
    return Marked.all(store)
        + register.find(Owner.of(CASE)).map(entry -> entry.name() + entry.phones())
        + register.search("Kim", _ -> true).size();
  }

  /** A browser, a token and a link. */
  void signIn() {
    Instant until = Instant.now().plus(Duration.ofDays(9));
    store.run(
        in -> {
          for (SessionRow.Kind kind : SessionRow.Kind.values()) {
            in.accounts()
                .begin(
                    new SessionRow(
                        kind.name(), DEED.by(), kind, Role.OFFICER, until, until, Set.of(), ""));
          }
          in.accounts()
              .invite(
                  new InvitationRow(
                      "link", DEED.by(), InvitationRow.Kind.JOIN, until, Optional.empty()));
        });
  }

  boolean anybodyCanComeIn() {
    return !store.read(in -> in.accounts().sessions(Instant.EPOCH)).isEmpty()
        || store.read(in -> in.accounts().invitation("link")).isPresent();
  }

  void checkpoint() {
    var _ = checkpoints.take();
  }

  long entries() {
    return store.read(in -> in.audit().head()).orElseThrow().number();
  }

  List<AuditRecord> trail() {
    return store.read(in -> in.audit().after(0, Integer.MAX_VALUE));
  }

  TrailCheck verified() {
    return TrailCheck.of(
        store, new CheckpointFile(kept.checkpoints()).lines(), auditKey.verifying());
  }

  static Kept in(Path folder) {
    return new Kept(
        folder.resolve("haetae.db"),
        folder.resolve("keys"),
        folder.resolve("master.key"),
        folder.resolve("haetae.db.checkpoints"));
  }

  static SampleSite open(Kept kept) {
    return new SampleSite(kept);
  }

  /** An order with one face. */
  void enrol(String id) {
    OrderFile file = OrderFiles.inForce(id, "respondent-of-" + id, Instant.now());
    store.run(
        in -> {
          in.orders().add(file, Instant.now());
        });
    OrderInForce proof = OrderInForce.of(file, file.issued().respondent(), Instant.now());
    vault.seal(proof, new FaceSet("photographs", List.of(face(id))));
  }

  void revoke(String id) {
    vault.happened(new OrderId(id), new OrderEvent.Revoked(Instant.now(), "by the court"));
  }

  String photograph(byte[] picture) {
    return photographs.seal(CASE, picture, DEED);
  }

  Optional<byte[]> photograph(String name) {
    return photographs.open(CASE, name);
  }

  /** Its key is a number, so that one can see whether some are missing between others. */
  void notice(long number) {
    store.run(
        in -> {
          in.outbox().add("console", numbered(number), Instant.EPOCH);
        });
  }

  /** Those from 0 on, at once. */
  void notices(int most) {
    store.run(
        in -> {
          for (long number = 0; number < most; number++) {
            in.outbox().add("console", numbered(number), Instant.EPOCH);
          }
        });
  }

  private static Notice numbered(long number) {
    Notice.Threat sample = SampleNotices.threat();
    return new Notice.Threat(
        new UUID(0, number),
        sample.at(),
        sample.incident(),
        sample.alert(),
        sample.tier(),
        sample.severity(),
        sample.order(),
        sample.respondent(),
        sample.place(),
        sample.camera(),
        sample.metres(),
        sample.trend(),
        sample.seen(),
        sample.decided());
  }

  long notices() {
    return store.read(in -> in.outbox().count(ParcelState.WAITING));
  }

  boolean knows(String order) {
    return store.read(in -> in.orders().find(new OrderId(order))).isPresent();
  }

  /** The orders whose faces can be looked for, and whether each face is the one it was. */
  Map<String, Boolean> faces() {
    Map<String, Boolean> found = new TreeMap<>();
    vault.open(
        Faces.MODEL,
        opened ->
            opened
                .templates()
                .forEach(
                    each -> {
                      String order = each.order().value();
                      found.put(order, Faces.same(face(order), each.template()));
                    }));
    return found;
  }

  void assertFace(String order) {
    assertTrue(faces().getOrDefault(order, false), () -> order + " of " + faces());
  }

  private static Template face(String order) {
    return Faces.face(order.hashCode());
  }

  @Override
  public void close() {
    photographKeys.close();
    keys.close();
    sealed.close();
  }
}
