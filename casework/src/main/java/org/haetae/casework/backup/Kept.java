package org.haetae.casework.backup;

import java.nio.file.Path;
import org.haetae.casework.vault.KeyPlaces;

/**
 * What is backed up, and where it comes back to.
 *
 * @param database SQLite's file
 * @param keys the folder of the data keys and secrets
 * @param masterKey the file of the key that opens them, which is in no backup
 * @param checkpoints the file of the audit trail's checkpoints
 */
public record Kept(Path database, Path keys, Path masterKey, Path checkpoints) {
  KeyPlaces places() {
    return new KeyPlaces(keys, masterKey);
  }
}
