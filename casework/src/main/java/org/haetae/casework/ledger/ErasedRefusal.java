package org.haetae.casework.ledger;

/** Somebody wants to write about what was erased for good. */
public final class ErasedRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public ErasedRefusal(String what) {
    super("%s was erased: nothing can be written about it any more".formatted(what));
  }
}
