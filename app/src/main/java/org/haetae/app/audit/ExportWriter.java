package org.haetae.app.audit;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.app.terminal.JsonLines;
import org.haetae.casework.audit.AuditFilter;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.Link;
import org.haetae.casework.audit.Restoration;
import org.haetae.casework.audit.VerifyingKey;
import org.haetae.casework.store.AuditTable;
import org.haetae.casework.store.AuditTable.Head;
import org.haetae.casework.store.Store;

/**
 * Writes a trail for somebody who can't see the database, such as a court: JSON Lines, one object a
 * line. Entries that aren't wanted are there as links: enough to follow the chain, nothing of what
 * they say, which their salt keeps from being guessed.
 */
public final class ExportWriter {
  private static final int BATCH = 1000;
  static final String FORMAT = "haetae-audit-export-1";

  private static final List<String> HOW =
      List.of(
          "haetae audit verify --export THIS_FILE --public-key KEY.pem does all that follows.",
          "Take the key from the police unit itself, not from this file.",
          """
          content = SHA-256 of the entry's canonical bytes: the text "haetae audit 1", number, \
          microseconds since 1970, actorKind, actor, role, act, subjectKind, subject, withinKind, \
          within, detail, salt. A text is its length in UTF-8 bytes (4 bytes, big-endian) and its \
          bytes; a number 8 bytes, big-endian; before role, withinKind and within stands one byte, \
          1 if it is there and 0 if not.\
          """,
          """
          hash = SHA-256 of the 32 bytes of previous and the 32 bytes of content; each line's \
          previous is the hash of the line before. The first entry's previous is SHA-256 of the \
          text "haetae audit 1: before the first entry".\
          """,
          """
          A checkpoint is a line of text: all before its last blank is signed (Ed25519, RFC 8032), \
          what follows is the signature in Base64. It holds number and hash of an entry.\
          """);

  private ExportWriter() {}

  /**
   * Writes one state of the trail, from its beginning.
   *
   * @param checkpoints lines of the checkpoint file
   * @return how many entries were wanted
   */
  public static long write(
      PrintStream out,
      Store store,
      AuditFilter filter,
      List<String> checkpoints,
      VerifyingKey key) {
    return store.read(
        in -> {
          AuditTable audit = in.audit();
          JsonLines.write(out, header(filter, audit.head().map(Head::number).orElse(0L), key));
          checkpoints.forEach(line -> JsonLines.write(out, checkpoint(line)));
          long wanted = 0;
          long last = 0;
          List<AuditRecord> batch;
          do {
            batch = audit.after(last, BATCH);
            for (AuditRecord record : batch) {
              boolean wants = filter.wants(record.entry());
              wanted += wants ? 1 : 0;
              // Without it the checkpoints of entries that were lost would tell of a forgery.
              boolean shown = wants || Restoration.of(record.entry()).isPresent();
              JsonLines.write(out, shown ? ExportLine.of(record) : ExportLine.of(record.link()));
              last = record.entry().number();
            }
          } while (batch.size() == BATCH);
          return wanted;
        });
  }

  private static Map<String, Object> header(AuditFilter filter, long entries, VerifyingKey key) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "header");
    line.put("format", FORMAT);
    line.put("entries", entries);
    filter.actor().ifPresent(name -> line.put("actor", name));
    filter.about().ifPresent(id -> line.put("about", id));
    filter.from().ifPresent(at -> line.put("from", at.toString()));
    filter.until().ifPresent(at -> line.put("until", at.toString()));
    line.put("genesis", Link.GENESIS.hex());
    line.put("publicKey", key.pem());
    line.put("how", HOW);
    return line;
  }

  private static Map<String, Object> checkpoint(String line) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "checkpoint");
    object.put("line", line);
    return object;
  }
}
