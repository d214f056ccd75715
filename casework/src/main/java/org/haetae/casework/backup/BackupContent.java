package org.haetae.casework.backup;

import java.nio.file.Path;
import java.util.List;
import org.haetae.casework.store.SqliteTrail;
import org.haetae.casework.vault.KeyTree;

/**
 * A backup that was opened and proved whole.
 *
 * @param database where its database now lies
 * @param checkpoints lines of the audit trail's checkpoints
 * @param trail of that database, as it was found
 */
record BackupContent(
    BackupHeader header,
    Manifest manifest,
    Path database,
    KeyTree keys,
    List<String> checkpoints,
    SqliteTrail trail) {

  BackupContent withTrail(SqliteTrail found) {
    return new BackupContent(header, manifest, database, keys, checkpoints, found);
  }
}
