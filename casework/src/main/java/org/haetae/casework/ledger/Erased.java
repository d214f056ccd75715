package org.haetae.casework.ledger;

import java.time.Instant;
import org.haetae.domain.id.UserId;

/**
 * Stands where a fact was that nobody can read any more, since the key of its case was destroyed.
 * That something happened, and when, is all that is left; nobody may write one down.
 */
public record Erased(Instant at) implements Fact {
  private static final UserId NOBODY = new UserId("erased");

  @Override
  public UserId by() {
    return NOBODY;
  }
}
