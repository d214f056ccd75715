package org.haetae.casework.cover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;

/**
 * The answer for one protected person.
 *
 * @param gaps the gravest first; empty for who is covered
 * @param next when the answer may change although nothing happens
 */
public record CoverLine(
    ProtectedPersonId person, Optional<CaseId> file, List<Gap> gaps, Optional<Instant> next) {
  /** Whoever lacks most first: by the gravest gap, then by how long it has been open. */
  public static final Comparator<CoverLine> ORDER =
      Comparator.comparing(CoverLine::gaps, CoverLine::byFirst)
          .thenComparing(CoverLine::person)
          .thenComparing(line -> line.file().map(CaseId::value).orElse(""));

  public CoverLine {
    gaps = List.copyOf(gaps);
  }

  public boolean covered() {
    return gaps.isEmpty();
  }

  /** The same for who watches cameras: what concerns support is not theirs to know. */
  public CoverLine forOperators() {
    return new CoverLine(
        person,
        file,
        gaps.stream().filter(gap -> gap.kind() != GapKind.REFERRAL_OVERDUE).toList(),
        next);
  }

  /** How grave the gravest gap is; empty for who is covered. */
  public Optional<Severity> severity() {
    return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.getFirst().kind().severity());
  }

  private static int byFirst(List<Gap> one, List<Gap> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    return Gap.ORDER.compare(one.getFirst(), other.getFirst());
  }
}
