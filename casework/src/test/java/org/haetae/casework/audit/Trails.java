package org.haetae.casework.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.CaseId;

/** Random trails. */
final class Trails {
  private static final Instant BEGIN = Instant.parse("2026-11-26T01:00:00.123456Z");

  private Trails() {}

  /** As the other modules' Seeds: names the seed that broke a property. */
  static void each(int count, Consumer<Random> property) {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    for (long seed = first; seed < first + (fixed != null ? 1 : count); seed++) {
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  static List<AuditRecord> random(Random random, int length) {
    List<AuditRecord> all = new ArrayList<>();
    Digest previous = Link.GENESIS;
    for (int number = 1; number <= length; number++) {
      AuditRecord next = AuditRecord.after(previous, entry(random, number));
      all.add(next);
      previous = next.hash();
    }
    return all;
  }

  static AuditEntry entry(Random random, long number) {
    Optional<AuditSubject> whole =
        random.nextBoolean()
            ? Optional.of(AuditSubject.of(new CaseId("case-" + random.nextInt(9))))
            : Optional.empty();
    AuditNote note =
        new AuditNote(
            new AuditActor(
                pick(random, AuditActor.Kind.values()),
                text(random, 1),
                random.nextBoolean() ? Optional.of(pick(random, Role.values())) : Optional.empty()),
            pick(random, AuditAct.values()),
            new AuditSubject(pick(random, AuditSubject.Kind.values()), text(random, 1)),
            whole,
            text(random, 0));
    return new AuditEntry(number, BEGIN.plusNanos(number * 1000), note, text(random, 0));
  }

  static <T> T pick(Random random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static String text(Random random, int least) {
    StringBuilder text = new StringBuilder();
    int length = least + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append("ab ,\u0000가é\n".charAt(random.nextInt(8)));
    }
    return text.toString();
  }
}
