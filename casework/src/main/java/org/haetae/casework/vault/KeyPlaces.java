package org.haetae.casework.vault;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a site's keys lie. Each folder is of one use, since what no row needs is swept out of some.
 *
 * @param keys the folder of the orders' keys, with the others in it
 * @param master the file of the key that wraps them all, outside {@code keys}
 */
public record KeyPlaces(Path keys, Path master) {
  static final String COLUMNS = "columns";

  /** Keys of orders' templates. */
  public Path templates() {
    return keys;
  }

  /** Keys of cases' photographs. */
  public Path photographs() {
    return keys.resolve("photographs");
  }

  /** The key of users' secrets. */
  public Path users() {
    return keys.resolve("users");
  }

  /** Keys of text in the database's columns. */
  public Path columns() {
    return keys.resolve(COLUMNS);
  }

  List<Path> folders() {
    return List.of(templates(), photographs(), users(), columns());
  }
}
