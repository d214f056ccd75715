package org.haetae.casework.store;

import org.jdbi.v3.core.Handle;

/** The tables, within one transaction; not to be kept beyond it. */
public final class Transaction {
  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;

  Transaction(Handle handle, Sealing sealing) {
    this.handle = handle;
    this.sealing = sealing;
    this.audit = new AuditTable(handle);
  }

  public IncidentTable incidents() {
    return new IncidentTable(handle, audit, sealing);
  }

  public OrderTable orders() {
    return new OrderTable(handle, audit, sealing);
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
    return new OutboxTable(handle, sealing);
  }

  public LedgerTable ledger() {
    return new LedgerTable(handle, audit, sealing);
  }

  public ReadingTable readings() {
    return new ReadingTable(handle, sealing);
  }

  public SightTable sight() {
    return new SightTable(handle);
  }

  public PhotographTable photographs() {
    return new PhotographTable(handle, audit);
  }

  public EmergencyAccessTable emergencyAccess() {
    return new EmergencyAccessTable(handle, sealing);
  }

  public AccountTable accounts() {
    return new AccountTable(handle);
  }

  public ErasureTable erasures() {
    return new ErasureTable(handle, audit);
  }

  public RegisterTable register() {
    return new RegisterTable(handle, audit, sealing);
  }

  public HoldTable holds() {
    return new HoldTable(handle, audit, sealing);
  }

  public KeptTable kept() {
    return new KeptTable(handle, audit, sealing);
  }

  PlainRows plainRows() {
    return new PlainRows(handle, sealing);
  }

  /** What is noted here is written with the rest of this transaction, or not at all. */
  public AuditTable audit() {
    return audit;
  }
}
