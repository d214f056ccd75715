package org.haetae.casework.erasure;

import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.store.Owner;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;

/** Something can't be erased yet. */
public final class ErasureRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public ErasureRefusal(String why) {
    super(why);
  }

  /** A case that somebody still works at. */
  public static ErasureRefusal open(CaseId id) {
    return new ErasureRefusal("case %s is open: close it first".formatted(id));
  }

  /** An order that protects somebody still. */
  public static ErasureRefusal notEnded(OrderId id) {
    return new ErasureRefusal("order %s has not ended".formatted(id));
  }

  /** What a court may still ask for. */
  public static ErasureRefusal held(Owner held) {
    return new ErasureRefusal(
        "%s is held: a supervisor has to lift that first".formatted(held.id()));
  }
}
