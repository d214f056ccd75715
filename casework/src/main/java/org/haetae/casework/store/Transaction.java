package org.haetae.casework.store;

import org.jdbi.v3.core.Handle;

/** The tables, within one transaction; not to be kept beyond it. */
public final class Transaction {
  private final Handle handle;

  Transaction(Handle handle) {
    this.handle = handle;
  }

  public IncidentTable incidents() {
    return new IncidentTable(handle);
  }

  public OrderTable orders() {
    return new OrderTable(handle);
  }

  public TemplateTable templates() {
    return new TemplateTable(handle);
  }

  public ApprovalTable approvals() {
    return new ApprovalTable(handle);
  }

  public PurgeTable purges() {
    return new PurgeTable(handle);
  }

  public OutboxTable outbox() {
    return new OutboxTable(handle);
  }

  public LedgerTable ledger() {
    return new LedgerTable(handle);
  }

  public ReadingTable readings() {
    return new ReadingTable(handle);
  }

  public PhotographTable photographs() {
    return new PhotographTable(handle);
  }

  public EmergencyAccessTable emergencyAccess() {
    return new EmergencyAccessTable(handle);
  }

  public AccountTable accounts() {
    return new AccountTable(handle);
  }
}
