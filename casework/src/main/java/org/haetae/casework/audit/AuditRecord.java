package org.haetae.casework.audit;

/**
 * An entry as it stands in the trail, true or not.
 *
 * @param previous the hash of the entry before, as it was written
 * @param hash of this one, as it was written
 */
public record AuditRecord(AuditEntry entry, Digest previous, Digest hash) {
  /** The entry that follows {@code previous}. */
  public static AuditRecord after(Digest previous, AuditEntry entry) {
    return new AuditRecord(entry, previous, Link.after(previous, entry).hash());
  }

  public Link link() {
    return new Link(entry.number(), previous, entry.digest(), hash);
  }
}
