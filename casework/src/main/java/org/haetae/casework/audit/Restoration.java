package org.haetae.casework.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a trail goes on from an earlier state, because a backup was brought back or that was taken
 * back. It is an entry like any other, so nobody goes back unseen.
 *
 * @param entry the number of the entry that says so
 * @param at when it was done
 * @param backTo the last entry from before that is still the same
 * @param since from when on what was signed may be of the trail that was left
 */
public record Restoration(
    long entry, Instant at, AuditActor by, String what, long backTo, Instant since) {
  private static final Pattern BROUGHT =
      Pattern.compile(
          "(?:a backup of \\S+|a database that was put aside), back to entry (\\d{1,18})");
  private static final Pattern UNDONE =
      Pattern.compile("the database of before (\\S+), which was left at entry (\\d{1,18})");

  /**
   * The note of a backup that was brought back.
   *
   * @param last the last entry of its trail
   */
  public static AuditNote brought(Instant made, long last) {
    return note("a backup of %s, back to entry %d".formatted(made, last));
  }

  /**
   * The note of a database that was put aside and comes to its place again, for a reason that
   * nobody knows.
   *
   * @param last the last entry of its trail
   */
  public static AuditNote put(long last) {
    return note("a database that was put aside, back to entry %d".formatted(last));
  }

  /**
   * The note of a restore that was taken back.
   *
   * @param undone the one
   */
  public static AuditNote undone(Restoration undone) {
    return note(
        "the database of before %s, which was left at entry %d"
            .formatted(undone.at(), undone.backTo()));
  }

  private static AuditNote note(String detail) {
    return AuditNote.of(AuditAct.RESTORE, AuditSubject.part("restore"), detail);
  }

  /** What an entry says; empty where it is another entry, or claims what can't be. */
  public static Optional<Restoration> of(AuditEntry entry) {
    if (entry.note().act() != AuditAct.RESTORE) {
      return Optional.empty();
    }
    String detail = entry.note().detail();
    Matcher brought = BROUGHT.matcher(detail);
    Matcher undone = UNDONE.matcher(detail);
    try {
      if (brought.matches()) {
        long backTo = Long.parseLong(brought.group(1));
        // It is written first, so what stands before it is what was brought back.
        return backTo == entry.number() - 1
            ? Optional.of(of(entry, detail, backTo, Instant.EPOCH))
            : Optional.empty();
      }
      return undone.matches()
          ? Optional.of(
              of(entry, detail, Long.parseLong(undone.group(2)), Instant.parse(undone.group(1))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Restoration of(AuditEntry entry, String what, long backTo, Instant since) {
    return new Restoration(entry.number(), entry.at(), entry.note().actor(), what, backTo, since);
  }

  /** Whether a checkpoint was taken of entries that were left behind. */
  boolean lost(Checkpoint checkpoint) {
    return checkpoint.number() > backTo
        && !checkpoint.at().isBefore(since)
        && !checkpoint.at().isAfter(at);
  }

  /**
   * For a person, without a full stop.
   *
   * @param known the number of the last entry that is known to be left behind
   */
  String sentence(long known) {
    String restored = "restored from %s, by %s at %s (entry %d)".formatted(what, by, at, entry);
    return known > backTo
        ? restored
            + "; what stood in entries %d to %d before is not in this trail"
                .formatted(backTo + 1, known)
        : restored;
  }
}
