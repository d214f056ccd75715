package org.haetae.app.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Gap;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.Spelling;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cover in words.
 *
 * @param now at which it was asked
 */
public record CoverText(Instant now) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One line a person, or with {@code details} one more for each gap. */
  public String line(CoverLine line, boolean details) {
    String who = line.person() + line.file().map(file -> " (" + file + ")").orElse("");
    if (line.covered()) {
      return "%-32s covered".formatted(who);
    }
    String gaps =
        details
            ? "%d missing".formatted(line.gaps().size())
            : line.gaps().stream().map(this::brief).collect(Collectors.joining(", "));
    String first = "%-32s %-7s %s".formatted(who, line.severity().map(Enum::name).orElse(""), gaps);
    return details
        ? first
            + line.gaps().stream()
                .map(gap -> "%n    %s".formatted(full(gap)))
                .collect(Collectors.joining())
        : first;
  }

  /** How many are covered, and how many lack how grave a thing. */
  public String summary(List<CoverLine> lines) {
    long covered = lines.stream().filter(CoverLine::covered).count();
    Map<String, Long> worst =
        lines.stream()
            .flatMap(line -> line.severity().stream())
            .collect(
                Collectors.groupingBy(
                    severity -> severity.name().toLowerCase(Locale.ROOT), Collectors.counting()));
    return "%d protected, %d covered%s"
        .formatted(
            lines.size(),
            covered,
            worst.entrySet().stream()
                .map(entry -> ", %d %s".formatted(entry.getValue(), entry.getKey()))
                .sorted()
                .collect(Collectors.joining()));
  }

  /** For programs. */
  public String json(CoverLine line) {
    return MAPPER.writeValueAsString(map(line));
  }

  /** For programs, before it is text. */
  public static Map<String, Object> map(CoverLine line) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("person", line.person().value());
    map.put("case", line.file().map(CaseId::value).orElse(""));
    map.put("covered", line.covered());
    map.put("severity", line.severity().map(Enum::name).orElse(""));
    map.put("gaps", line.gaps().stream().map(CoverText::map).toList());
    return map;
  }

  private static Map<String, Object> map(Gap gap) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", Spelling.of(gap.kind()));
    map.put("about", gap.about());
    map.put("severity", gap.kind().severity().name());
    map.put("since", gap.since().toString());
    gap.deadline().ifPresent(deadline -> map.put("deadline", deadline.toString()));
    map.put("owner", Spelling.of(gap.kind().owner()));
    map.put("detail", gap.detail());
    map.put("toDo", gap.kind().toDo());
    return map;
  }

  private String brief(Gap gap) {
    return "%s%s %s".formatted(Spelling.of(gap.kind()), about(gap), age(gap.since()));
  }

  private String full(Gap gap) {
    return "%-7s %s%s for %s%s%s. %s: %s"
        .formatted(
            gap.kind().severity(),
            Spelling.of(gap.kind()),
            about(gap),
            age(gap.since()),
            gap.detail().isEmpty() ? "" : ", " + gap.detail(),
            gap.deadline().map(at -> ", due " + at).orElse(""),
            Spelling.of(gap.kind().owner()),
            gap.kind().toDo());
  }

  private static String about(Gap gap) {
    return gap.about().isEmpty() ? "" : " " + gap.about();
  }

  private String age(Instant since) {
    Duration age = Duration.between(since, now);
    if (age.toDays() >= 2) {
      return age.toDays() + " d";
    }
    return age.toHours() >= 2 ? age.toHours() + " h" : age.toMinutes() + " min";
  }
}
