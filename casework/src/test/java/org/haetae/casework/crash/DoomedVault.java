package org.haetae.casework.crash;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.SealedTemplate;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.Faces;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.OrderInForce;
import org.haetae.casework.vault.Vault;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;

/**
 * The process that is killed: enrols and purges without end, and prints what it does. A line ends
 * with a full stop, so that one that was cut short can be told.
 */
final class DoomedVault {
  private static final int LIVING = 6;

  private final Store store;
  private final Vault vault;
  private final Random random;
  private final String life;
  private final List<OrderId> living = new ArrayList<>();

  private DoomedVault(Store store, Vault vault, String life, long seed) {
    this.store = store;
    this.vault = vault;
    this.life = life;
    this.random = new Random(seed);
  }

  static Store store(Path folder) {
    return Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
  }

  static KeyFolder keys(Path folder) {
    return KeyFolder.open(folder.resolve("keys"), folder.resolve("master.key"));
  }

  /** The face that an order's template {@code number}, from 0, is made of. */
  static Template face(OrderId order, int number) {
    return Faces.face(31L * order.hashCode() + number);
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Store store = store(folder);
    Vault vault =
        new Vault(store, keys(folder), ApprovalRule.none(), _ -> {}, InstantSource.system());
    vault.resume();
    new DoomedVault(store, vault, args[1], Long.parseLong(args[2])).live();
  }

  private void live() {
    vault.open(
        Faces.MODEL,
        opened ->
            opened.templates().stream().map(each -> each.order()).distinct().forEach(living::add));
    say("ready");
    for (int i = 0; ; i++) {
      enrol("order-" + life + "-" + i);
      while (!living.isEmpty() && (living.size() > LIVING || random.nextInt(3) == 0)) {
        purge(living.remove(random.nextInt(living.size())));
      }
    }
  }

  private void enrol(String id) {
    OrderFile file = OrderFiles.inForce(id, "respondent-of-" + id, Instant.now());
    store.run(
        in -> {
          in.orders().add(file, Instant.now());
        });
    OrderId order = file.issued().id();
    OrderInForce proof = OrderInForce.of(file, file.issued().respondent(), Instant.now());
    int faces = 1 + random.nextInt(3);
    for (int number = 0; number < faces; number++) {
      vault.seal(proof, new FaceSet("photographs", List.of(face(order, number))));
    }
    for (SealedTemplate row : store.read(in -> in.templates().usable(Faces.MODEL, Instant.now()))) {
      if (row.order().equals(order)) {
        say("sealed " + order + " " + HexFormat.of().formatHex(row.sealed()));
      }
    }
    living.add(order);
  }

  private void purge(OrderId order) {
    say("purging " + order);
    switch (random.nextInt(3)) {
      case 0 -> vault.purge(order);
      case 1 -> vault.happened(order, new OrderEvent.Suspended(Instant.now(), "appeal"));
      default -> vault.happened(order, new OrderEvent.Revoked(Instant.now(), "by the court"));
    }
    say("purged " + order);
  }

  private static void say(String line) {
    System.out.println(line + ".");
  }
}
