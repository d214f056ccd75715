package org.haetae.casework.backup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.Faces;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.OrderInForce;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.Vault;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/** A site that runs: its database, its keys, and what can be seen of them from outside. */
final class SampleSite implements AutoCloseable {
  static final CaseId CASE = new CaseId("case-7");
  private static final Deed DEED =
      new Deed(new Actor(new UserId("lim"), Role.OFFICER), Instant.parse("2026-03-01T02:00:00Z"));

  private final Store store;
  private final KeyFolder keys;
  private final KeyFolder photographKeys;
  private final Vault vault;
  private final PhotographVault photographs;

  private SampleSite(Kept kept) {
    keys = KeyFolder.open(kept.keys(), kept.masterKey());
    photographKeys = KeyFolder.open(kept.keys().resolve("photographs"), kept.masterKey());
    store = Store.open(new Database.Sqlite(kept.database()));
    vault = new Vault(store, keys, ApprovalRule.none(), _ -> {}, InstantSource.system());
    vault.resume();
    photographs = new PhotographVault(store, photographKeys);
  }

  static Kept in(Path folder) {
    return new Kept(
        folder.resolve("haetae.db"), folder.resolve("keys"), folder.resolve("master.key"));
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
    Notice.Threat sample = SampleNotices.threat();
    Notice notice =
        new Notice.Threat(
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
    store.run(
        in -> {
          in.outbox().add("console", notice, Instant.EPOCH);
        });
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
    store.close();
  }
}
