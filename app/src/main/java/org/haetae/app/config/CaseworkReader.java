package org.haetae.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.haetae.app.config.CaseworkSettings.CanarySettings;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Roster;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.retention.RetentionRules;
import org.haetae.casework.retention.RetentionRulesReader;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.yaml.YamlException;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;

/** Reads where incidents are kept and who is told of them. */
final class CaseworkReader {
  private final Path folder;

  private final ScheduleReader schedules;
  private static final String CHECKPOINTS = "audit-checkpoints";
  private static final String RETENTION = "retention";

  CaseworkReader(Path folder, ZoneId zone) {
    this.folder = folder;
    this.schedules = new ScheduleReader(zone);
  }

  CaseworkSettings read(YamlMap root) {
    CaseworkSettings standard = CaseworkSettings.standard();
    YamlMap map =
        root.map(
            "casework",
            "casework",
            "database",
            "keys",
            "master-key",
            CHECKPOINTS,
            RETENTION,
            "approval",
            "repeat",
            "two-people",
            "channels",
            "technical",
            "releases",
            "emergency",
            "watches",
            "canary",
            "escalation");
    Optional<Records> records = records(map);
    ApprovalRule approval = approval(map, records.isPresent());
    Duration repeat = seconds(map, "repeat", standard.escalation().repeat());
    List<ChannelSettings> channels = new ChannelsReader(folder).read(map);
    List<Tier> tiers = tiers(map, channels);
    List<String> technical = technical(map, channels);
    CanarySettings canary = canary(map, channels);
    EscalationPlan plan =
        map.build(
                () ->
                    new EscalationPlan(
                        tiers.isEmpty() ? standard.escalation().tiers() : tiers, repeat))
            .orElse(standard.escalation());
    return new CaseworkSettings(
        records,
        approval,
        channels,
        releases(map, channels),
        emergency(map),
        new WatchesReader(folder).read(map),
        technical,
        canary,
        plan,
        new DispatchRule(twoPeople(map)));
  }

  /** No place is good for everybody's keys, so whoever keeps a database says where they lie. */
  private Optional<Records> records(YamlMap map) {
    Map<String, Path> paths = new LinkedHashMap<>();
    for (String key : List.of("database", "keys", "master-key")) {
      if (map.has(key)) {
        paths.put(key, map.required(key, folder, YamlMap.pathFrom(folder)));
      }
    }
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    Path database = paths.get("database");
    Path keys = paths.get("keys");
    Path masterKey = paths.get("master-key");
    if (database == null || keys == null || masterKey == null) {
      map.said(
          "casework needs \"database\", \"keys\" and \"master-key\" together: the folder of the"
              + " orders' keys, which only \"haetae backup\" may copy, and the file of the master"
              + " key, which lies outside of it");
      return Optional.empty();
    }
    Records records = new Records(database, keys, masterKey);
    return Optional.of(
        new Records(
            database,
            keys,
            masterKey,
            map.optional(CHECKPOINTS, records.checkpoints(), YamlMap.pathFrom(folder)),
            retention(map)));
  }

  /** Those that are shipped, unless the site has rules of its own. */
  private RetentionRules retention(YamlMap map) {
    return map.optional(
            RETENTION,
            Optional.<Path>empty(),
            text -> Optional.of(YamlMap.pathFrom(folder).apply(text)))
        .map(file -> retention(map, file))
        .orElseGet(RetentionRulesReader::korea);
  }

  private static RetentionRules retention(YamlMap map, Path file) {
    try {
      return RetentionRulesReader.read(
          file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (YamlException e) {
      map.problem(RETENTION, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      map.problem(RETENTION, "%s can't be read: is the path right?".formatted(file));
    }
    return RetentionRulesReader.korea();
  }

  /** Approvals are worth something only where they are kept. */
  private static ApprovalRule approval(YamlMap map, boolean kept) {
    return map.optional(
        "approval",
        kept ? ApprovalRule.twoPeople() : ApprovalRule.none(),
        text ->
            switch (text) {
              case "two-people" -> ApprovalRule.twoPeople();
              case "site-file" -> ApprovalRule.none();
              default -> throw new IllegalArgumentException("it must be two-people or site-file");
            });
  }

  /** Where watches are registered; empty where people do that by hand. */
  private Optional<ChannelSettings.Receiver> emergency(YamlMap map) {
    return map.has("emergency") ? new ChannelsReader(folder).emergency(map) : Optional.empty();
  }

  /** The channel of the kind "person" whose gateway also tells of releases. */
  private static Optional<ChannelSettings.Person> releases(
      YamlMap map, List<ChannelSettings> channels) {
    if (!map.has("releases")) {
      return Optional.empty();
    }
    String name = map.required("releases", "", Function.identity());
    Optional<ChannelSettings.Person> found =
        channels.stream()
            .filter(ChannelSettings.Person.class::isInstance)
            .map(ChannelSettings.Person.class::cast)
            .filter(channel -> channel.name().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      map.problem("releases", "there is no channel \"%s\" of the kind person".formatted(name));
    }
    return found;
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

  private static CanarySettings canary(YamlMap map, List<ChannelSettings> channels) {
    CanarySettings standard = CanarySettings.standard();
    YamlMap entry = map.map("canary", "the canary", "every", "channels");
    Duration every = seconds(entry, "every", standard.every());
    List<String> told = entry.has("channels") ? entry.texts("channels") : List.of();
    requireKnown(entry, told, channels);
    return entry
        .build(
            () ->
                new CanarySettings(every, told.isEmpty() ? standard.channels() : Set.copyOf(told)))
        .orElse(standard);
  }

  private static void requireKnown(
      YamlMap entry, List<String> told, List<ChannelSettings> channels) {
    Set<String> known = new TreeSet<>(Set.of(CaseworkSettings.CONSOLE));
    channels.stream().map(ChannelSettings::name).forEach(known::add);
    told.stream()
        .filter(channel -> !known.contains(channel))
        .forEach(
            channel ->
                entry.problem(
                    "channels",
                    "there is no channel \"%s\"; known: %s"
                        .formatted(channel, String.join(", ", known))));
  }

  private List<Tier> tiers(YamlMap map, List<ChannelSettings> channels) {
    List<Tier> tiers = new ArrayList<>();
    for (YamlMap entry : map.list("escalation", "a tier", "name", "after", "channels", "shifts")) {
      String name = entry.required("name", "unnamed", Function.identity());
      Duration after = seconds(entry, "after", Duration.ZERO);
      List<String> told = entry.texts("channels");
      requireKnown(entry, told, channels);
      Roster roster = roster(entry);
      entry.build(() -> new Tier(name, after, told, roster)).ifPresent(tiers::add);
    }
    return tiers;
  }

  private Roster roster(YamlMap tier) {
    List<Roster.Shift> shifts = new ArrayList<>();
    for (YamlMap entry : tier.list("shifts", "a shift", "who", "days", "date", "time")) {
      UserId who = entry.required("who", new UserId("unnamed"), UserId::new);
      schedules.read(entry).ifPresent(when -> shifts.add(new Roster.Shift(who, when)));
    }
    return new Roster(shifts);
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
