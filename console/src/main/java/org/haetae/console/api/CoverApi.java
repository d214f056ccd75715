package org.haetae.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haetae.casework.account.Scope;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Gap;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.domain.id.Spelling;

/**
 * What each protected person lacks now, as the wall has it: by pseudonym, without what concerns
 * support, and without the watch, camera or order that a gap is about.
 */
public final class CoverApi {
  private final Desks desks;

  public CoverApi(Desks desks) {
    this.desks = desks;
  }

  /** A protected person; covered where nothing is lacking. */
  record CoverJson(String person, boolean covered, List<GapJson> gaps) {
    CoverJson {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * What is lacking.
   *
   * @param deadline until when it must be closed, where that is written down somewhere
   */
  record GapJson(String kind, String severity, Instant since, Optional<Instant> deadline) {
    static GapJson of(Gap gap) {
      return new GapJson(
          Spelling.of(gap.kind()), Spelling.of(gap.kind().severity()), gap.since(), gap.deadline());
    }
  }

  public void register(Operations operations) {
    operations.add(
        Operation.get("/api/cover", "cover", Parameter.limit(), Parameter.after("person"))
            .open(Section.WALL, Scope.COVER)
            .listing(CoverJson.class),
        this::show);
  }

  private void show(Visit visit) {
    visit.shows(AuditSubject.part("/api/cover"));
    // Somebody whom two cases protect stands here once.
    Map<String, List<CoverLine>> people =
        desks.cover().lines(visit.now()).stream()
            .map(CoverLine::forOperators)
            .collect(
                Collectors.groupingBy(
                    line -> line.person().value(), TreeMap::new, Collectors.toList()));
    List<CoverJson> all =
        people.entrySet().stream().map(one -> json(one.getKey(), one.getValue())).toList();
    visit.json(Slice.of(visit).ofSorted(visit, all, CoverJson::person));
  }

  private static CoverJson json(String person, List<CoverLine> lines) {
    List<GapJson> gaps =
        lines.stream()
            .flatMap(line -> line.gaps().stream())
            .sorted(Gap.ORDER)
            .map(GapJson::of)
            .toList();
    return new CoverJson(person, gaps.isEmpty(), gaps);
  }
}
