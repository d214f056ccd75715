package org.haetae.casework.backup;

import java.nio.file.Path;
import org.haetae.casework.vault.KeyTree;

/**
 * A backup that was opened and proved whole.
 *
 * @param database where its database now lies
 */
record BackupContent(BackupHeader header, Manifest manifest, Path database, KeyTree keys) {}
