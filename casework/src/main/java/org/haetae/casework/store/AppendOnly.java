package org.haetae.casework.store;

/**
 * Triggers by which a table is only ever added to. They stop mistakes and careless hands; whoever
 * owns the database can drop them, and is found out by the chain.
 */
final class AppendOnly {
  private AppendOnly() {}

  /**
   * @param table whose first column is called number and grows
   */
  static String sqlite(String table) {
    // A row that replaces another is deleted without its trigger, so it must not come in.
    return """
    CREATE TRIGGER %1$s_no_update BEFORE UPDATE ON %1$s
    BEGIN SELECT RAISE(ABORT, '%1$s is only ever added to'); END;
    CREATE TRIGGER %1$s_no_delete BEFORE DELETE ON %1$s
    BEGIN SELECT RAISE(ABORT, '%1$s is only ever added to'); END;
    CREATE TRIGGER %1$s_no_replace BEFORE INSERT ON %1$s
    WHEN NEW.number <= (SELECT COALESCE(MAX(number), 0) FROM %1$s)
    BEGIN SELECT RAISE(ABORT, '%1$s is only ever added to'); END;
    """
        .formatted(table);
  }

  static String postgresql(String table) {
    return """
    CREATE FUNCTION %1$s_refuse() RETURNS trigger LANGUAGE plpgsql AS $guard$
    BEGIN RAISE EXCEPTION '%1$s is only ever added to'; END $guard$;
    CREATE TRIGGER %1$s_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$s
    FOR EACH STATEMENT EXECUTE FUNCTION %1$s_refuse();
    """
        .formatted(table);
  }
}
