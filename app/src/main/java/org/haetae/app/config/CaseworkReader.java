package org.haetae.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.domain.alert.Severity;

/** Reads where incidents are kept and who is told of them. */
final class CaseworkReader {
  private final Path folder;

  CaseworkReader(Path folder) {
    this.folder = folder;
  }

  CaseworkSettings read(YamlMap root) {
    CaseworkSettings standard = CaseworkSettings.standard();
    YamlMap map =
        root.map(
            "casework",
            "casework",
            "database",
            "repeat",
            "two-people",
            "channels",
            "technical",
            "escalation");
    Optional<Path> database =
        map.optional(
            "database",
            Optional.empty(),
            text -> Optional.of(YamlMap.pathFrom(folder).apply(text)));
    Duration repeat = seconds(map, "repeat", standard.escalation().repeat());
    List<ChannelSettings> channels = new ChannelsReader(folder).read(map);
    List<Tier> tiers = tiers(map, channels);
    List<String> technical = technical(map, channels);
    EscalationPlan plan =
        map.build(
                () ->
                    new EscalationPlan(
                        tiers.isEmpty() ? standard.escalation().tiers() : tiers, repeat))
            .orElse(standard.escalation());
    return new CaseworkSettings(
        database, channels, technical, plan, new DispatchRule(twoPeople(map)));
  }

  /** The protected person is not to be woken because of a cable. */
  private static List<String> technical(YamlMap map, List<ChannelSettings> channels) {
    Set<String> known = new TreeSet<>();
    channels.stream()
        .filter(channel -> !(channel instanceof ChannelSettings.Person))
        .map(ChannelSettings::name)
        .forEach(known::add);
    List<String> told = map.texts("technical");
    told.stream()
        .filter(channel -> !known.contains(channel))
        .forEach(
            channel ->
                map.problem(
                    "technical",
                    "no channel \"%s\" can be told of the system; those that can: %s"
                        .formatted(channel, known.isEmpty() ? "none" : String.join(", ", known))));
    return told;
  }

  private static List<Tier> tiers(YamlMap map, List<ChannelSettings> channels) {
    Set<String> known = new TreeSet<>(Set.of(CaseworkSettings.CONSOLE));
    channels.stream().map(ChannelSettings::name).forEach(known::add);
    List<Tier> tiers = new ArrayList<>();
    for (YamlMap entry : map.list("escalation", "a tier", "name", "after", "channels")) {
      String name = entry.required("name", "unnamed", Function.identity());
      Duration after = seconds(entry, "after", Duration.ZERO);
      List<String> told = entry.texts("channels");
      told.stream()
          .filter(channel -> !known.contains(channel))
          .forEach(
              channel ->
                  entry.problem(
                      "channels",
                      "there is no channel \"%s\"; known: %s"
                          .formatted(channel, String.join(", ", known))));
      entry.build(() -> new Tier(name, after, told)).ifPresent(tiers::add);
    }
    return tiers;
  }

  private static Duration seconds(YamlMap map, String key, Duration standard) {
    double seconds = map.optional(key, standard.toMillis() / 1e3, YamlMap::number);
    return Duration.ofMillis(Math.round(seconds * 1e3));
  }

  private static Set<Severity> twoPeople(YamlMap map) {
    Set<Severity> severities = EnumSet.noneOf(Severity.class);
    for (String text : map.texts("two-people")) {
      try {
        severities.add(YamlMap.parseEnum(Severity.class, text));
      } catch (IllegalArgumentException e) {
        map.problem("two-people", "\"two-people\": " + e.getMessage());
      }
    }
    return severities;
  }
}
