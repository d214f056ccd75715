package org.haetae.casework.store;

import org.jdbi.v3.core.Handle;

/** The tables, within one transaction; not to be kept beyond it. */
public final class Transaction {
  private final Handle handle;
  private final AuditTable audit;

  Transaction(Handle handle) {
    this.handle = handle;
    this.audit = new AuditTable(handle);
  }

  public IncidentTable incidents() {
    return new IncidentTable(handle, audit);
  }

  public OrderTable orders() {
    return new OrderTable(handle, audit);
  }

  public TemplateTable templates() {
    return new TemplateTable(handle, audit);
  }

  public ApprovalTable approvals() {
    return new ApprovalTable(handle, audit);
  }

  public PurgeTable purges() {
    return new PurgeTable(handle, audit);
  }

  public OutboxTable outbox() {
    return new OutboxTable(handle);
  }

  public LedgerTable ledger() {
    return new LedgerTable(handle, audit);
  }

  public ReadingTable readings() {
    return new ReadingTable(handle);
  }

  public PhotographTable photographs() {
    return new PhotographTable(handle, audit);
  }

  public EmergencyAccessTable emergencyAccess() {
    return new EmergencyAccessTable(handle);
  }

  public AccountTable accounts() {
    return new AccountTable(handle);
  }

  /** What is noted here is written with the rest of this transaction, or not at all. */
  public AuditTable audit() {
    return audit;
  }
}
