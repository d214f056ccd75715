package org.haetae.casework.store;

import java.nio.file.Path;

/** Which database, and where. */
public sealed interface Database {

  /** A file, made when it is absent; one process at a time. */
  record Sqlite(Path file) implements Database {}

  /**
   * A server.
   *
   * @param url {@code jdbc:postgresql://…}, without a password
   */
  record Postgresql(String url, String user, String password) implements Database {
    /** Never says the password. */
    @Override
    public String toString() {
      return url;
    }
  }
}
