package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haetae.casework.cover.GapKind;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.Test;

/** A kind of gap that no rule names is missed by nobody, least of all when it is new. */
class CoverRulesTest {
  private static final Pattern KINDS = Pattern.compile("\\{kind=~\"([a-z|-]+)\"}");

  /** Faults of the house, which are told once for the machine and not once more for the people. */
  private static final Map<GapKind, String> OF_MACHINES =
      new EnumMap<>(
          Map.of(
              GapKind.CAMERA_DOWN, "HaetaeCameraDown",
              GapKind.CAMERA_TOO_COARSE, "HaetaeCameraDoesNotFit",
              GapKind.NO_OPERATOR, "HaetaeNoOperatorOnDuty",
              GapKind.CHANNEL_FAILING, "HaetaeDeliveryFailing",
              GapKind.CANARY_LATE, "HaetaeCanaryLate",
              GapKind.SITE_SILENT, "HaetaeSiteDown"));

  /** By its own words it is due in the course of a day, when there is a watch to be had. */
  private static final Set<GapKind> BY_DAY = EnumSet.of(GapKind.WATCH_NOT_ISSUED_LONG);

  private static Set<String> named(String rule) throws IOException {
    String expression = rule(rule).expression();
    Matcher kinds = KINDS.matcher(expression);
    assertTrue(kinds.find(), () -> "no kinds in " + expression);
    String all = Objects.requireNonNull(kinds.group(1));
    Set<String> names = new TreeSet<>();
    for (String name : all.split("\\|", -1)) {
      assertTrue(names.add(name), () -> name + " twice");
    }
    return names;
  }

  private static AlertRule rule(String name) throws IOException {
    return RuleFiles.rules().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + name));
  }

  private static Set<String> ofPeople(Set<Severity> severities, Set<GapKind> except) {
    return Arrays.stream(GapKind.values())
        .filter(kind -> severities.contains(kind.severity()))
        .filter(kind -> !OF_MACHINES.containsKey(kind) && !except.contains(kind))
        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyDangerOfPeopleMayWakeSomebody() throws IOException {
    assertEquals(ofPeople(EnumSet.of(Severity.DANGER), BY_DAY), named("HaetaeCoverDanger"));
  }

  @Test
  void everyDangerAndWarningOfPeopleIsToldOfAfterADay() throws IOException {
    assertEquals(
        ofPeople(EnumSet.of(Severity.WARNING, Severity.DANGER), EnumSet.noneOf(GapKind.class)),
        named("HaetaeCoverGapStays"));
  }

  @Test
  void whatIsLeftOutIsToldByRulesAboutMachines() throws IOException {
    for (String name : OF_MACHINES.values()) {
      assertEquals("technical", rule(name).label("kind"), name);
    }
  }
}
