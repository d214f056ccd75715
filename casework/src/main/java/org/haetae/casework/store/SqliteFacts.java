package org.haetae.casework.store;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a database's file holds, as far as two of them can be compared.
 *
 * @param schema the number of the newest script that made its tables
 * @param rows how many each table has, by its name
 */
public record SqliteFacts(int schema, Map<String, Long> rows) {
  /** The newest script after which there is text to seal. */
  private static final int SEALS = 15;

  public SqliteFacts {
    rows = new TreeMap<>(rows);
  }

  /** Whether all is sealed that this version seals. */
  public boolean allSealed() {
    return schema >= SEALS && rows.getOrDefault("sealing", 0L) > 0;
  }
}
