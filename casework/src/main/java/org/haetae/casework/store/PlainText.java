package org.haetae.casework.store;

import java.util.Collection;
import java.util.Optional;

/** No sealing at all; refuses what somebody else sealed. */
enum PlainText implements Sealing {
  HERE;

  @Override
  public void prepare(Collection<Owner> owners) {}

  @Override
  public String seal(Owner owner, Cell cell, String plain) {
    return plain;
  }

  @Override
  public Optional<String> open(Cell cell, String stored) {
    if (stored.startsWith(MARK)) {
      throw new StoreException(
          "the table %s is sealed: open the database together with its keys"
              .formatted(cell.table()),
          new IllegalStateException("no keys"));
    }
    return Optional.of(stored);
  }

  @Override
  public Optional<String> prefix(Owner owner) {
    return Optional.empty();
  }
}
