package org.haetae.casework.backup;

/** Is told how far a backup or a restore is. */
@FunctionalInterface
public interface BackupWatcher {

  /**
   * @param step what is done, in a word or two
   * @param done bytes, of {@code total}
   */
  void at(String step, long done, long total);
}
