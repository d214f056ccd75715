package org.haetae.casework.ledger;

class MemoryLedgerTest implements LedgerContract {
  private final Ledger ledger = new MemoryLedger();

  @Override
  public Ledger ledger() {
    return ledger;
  }
}
