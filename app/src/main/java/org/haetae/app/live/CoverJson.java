package org.haetae.app.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.app.cover.CoverText;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Gap;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.office.CoverBook;
import tools.jackson.databind.json.JsonMapper;

/** Cover as the live page reads it: whoever watches cameras learns nothing of support. */
public record CoverJson(CoverBook book) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_LINES = 50;

  /** The people who lack most, and how many there are. */
  public String text(Instant now) {
    List<CoverLine> lines = book.lines(now, 0, MOST_LINES);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("people", book.size());
    map.put("lines", lines.stream().map(CoverJson::forOperators).map(CoverText::map).toList());
    return MAPPER.writeValueAsString(map);
  }

  private static CoverLine forOperators(CoverLine line) {
    List<Gap> gaps =
        line.gaps().stream().filter(gap -> gap.kind() != GapKind.REFERRAL_OVERDUE).toList();
    return new CoverLine(line.person(), line.file(), gaps, line.next());
  }
}
