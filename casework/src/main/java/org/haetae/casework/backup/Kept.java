package org.haetae.casework.backup;

import java.nio.file.Path;

/**
 * What is backed up, and where it comes back to.
 *
 * @param database SQLite's file
 * @param keys the folder of the data keys
 * @param masterKey the file of the key that opens them, which is in no backup
 */
public record Kept(Path database, Path keys, Path masterKey) {}
