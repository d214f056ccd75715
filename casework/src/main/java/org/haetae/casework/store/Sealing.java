package org.haetae.casework.store;

import java.util.Collection;
import java.util.Optional;

/** How text about people lies in the database's columns. Safe for many threads. */
public interface Sealing {
  /** With it begins each text that is sealed, and no JSON. */
  String MARK = "~";

  /**
   * Makes the keys of owners that have none, all at once. To be called before a database is locked
   * for many of them: a key each, while others wait, takes long.
   *
   * @throws RuntimeException where they can't be made
   */
  void prepare(Collection<Owner> owners);

  /**
   * Seals a text for one cell; the key is on the disk when this returns.
   *
   * @throws org.haetae.casework.ledger.Refusal where the owner was erased
   * @throws RuntimeException where the key can't be used
   */
  String seal(Owner owner, Cell cell, String plain);

  /**
   * The text of a cell; empty where its owner was erased.
   *
   * @throws StoreException where it was changed, or lies in another cell than it was sealed for
   */
  Optional<String> open(Cell cell, String stored);

  /** How each sealed text of an owner begins, and no other's; empty where nothing is sealed. */
  Optional<String> prefix(Owner owner);

  /** Leaves text as it is: for databases that hold nobody's data, such as those of tests. */
  static Sealing none() {
    return PlainText.HERE;
  }
}
