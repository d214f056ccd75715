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
  public SqliteFacts {
    rows = new TreeMap<>(rows);
  }
}
