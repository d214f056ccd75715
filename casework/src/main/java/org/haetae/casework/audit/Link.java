package org.haetae.casework.audit;

/**
 * What the chain needs of an entry.
 *
 * @param previous the hash of the entry before
 * @param content the digest of the entry itself
 * @param hash of both
 */
public record Link(long number, Digest previous, Digest content, Digest hash) {
  /** What stands before the first entry. */
  public static final Digest GENESIS = Digest.of("haetae audit 1: before the first entry");

  /** The link of an entry that follows {@code previous}. */
  static Link after(Digest previous, AuditEntry entry) {
    Digest content = entry.digest();
    return new Link(entry.number(), previous, content, previous.then(content));
  }

  /** Of something that can't be an entry any more. */
  public static Link broken(long number) {
    return new Link(number, GENESIS, GENESIS, GENESIS);
  }

  /** Whether the hash is that of the content. */
  public boolean intact() {
    return previous.then(content).equals(hash);
  }
}
