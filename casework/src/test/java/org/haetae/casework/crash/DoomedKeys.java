package org.haetae.casework.crash;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.casework.store.Database;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.Rotation;
import org.haetae.casework.vault.SealedStore;

/** The process that is killed: seals a database's plain text, then changes its master key. */
final class DoomedKeys {
  private DoomedKeys() {}

  static KeyPlaces places(Path folder) {
    return new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
  }

  static Database database(Path folder) {
    return new Database.Sqlite(folder.resolve("haetae.db"));
  }

  static SealedStore open(Path folder) {
    return SealedStore.open(database(folder), places(folder), InstantSource.fixed(Instant.EPOCH));
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    System.out.println("begun");
    open(folder).close();
    System.out.println("sealed");
    for (int i = 0; ; i++) {
      new Rotation(places(folder)).rotate();
      System.out.println("rotated " + i);
    }
  }
}
