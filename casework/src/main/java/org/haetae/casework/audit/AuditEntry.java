package org.haetae.casework.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A note in its place.
 *
 * @param number from 1 without a hole
 * @param at when it was written down, to the microsecond
 * @param salt random, so that nobody can guess an entry from its digest where an export leaves it
 *     out
 */
public record AuditEntry(long number, Instant at, AuditNote note, String salt) {
  private static final String FORMAT = "haetae audit 1";

  public AuditEntry {
    if (number < 1) {
      throw new IllegalArgumentException("entries are numbered from 1, not " + number);
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * All of it as bytes that no other entry has: each text after its length in bytes (four bytes,
   * big end first), numbers as eight bytes, what may be absent after a byte that says whether it is
   * there.
   */
  public byte[] canonical() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, FORMAT);
    number(out, number);
    number(out, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    text(out, note.actor().kind().name());
    text(out, note.actor().name());
    maybe(out, note.actor().role().map(Enum::name));
    text(out, note.act().name());
    text(out, note.subject().kind().name());
    text(out, note.subject().id());
    maybe(out, note.within().map(whole -> whole.kind().name()));
    maybe(out, note.within().map(AuditSubject::id));
    text(out, note.detail());
    text(out, salt);
    return out.toByteArray();
  }

  public Digest digest() {
    return Digest.of(canonical());
  }

  private static void number(ByteArrayOutputStream out, long number) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    out.writeBytes(bytes);
  }

  private static void maybe(ByteArrayOutputStream out, Optional<String> text) {
    out.write(text.isPresent() ? 1 : 0);
    text.ifPresent(there -> text(out, there));
  }
}
