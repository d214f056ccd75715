package org.haetae.casework.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.haetae.casework.inspection.InspectionRule;
import org.haetae.casework.release.NoticeRule;
import org.haetae.casework.risk.Checklist;
import org.haetae.casework.risk.ChecklistReader;
import org.haetae.casework.staff.Role;
import org.haetae.casework.support.SupportCatalogue;
import org.haetae.casework.support.SupportKind;
import org.haetae.casework.support.SupportService;
import org.haetae.casework.training.Curriculum;
import org.haetae.casework.training.DrillRule;
import org.haetae.casework.training.TrainingModule;
import org.haetae.casework.watch.WatchRules;
import org.haetae.casework.yaml.YamlException;
import org.haetae.casework.yaml.YamlNode;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;

/**
 * Reads a {@link Plan} from YAML, strictly. The form is that of {@code korea-2026.yaml}. Every
 * fault is a {@link YamlException}.
 */
public final class PlanReader {
  private static final String KOREA = "korea-2026.yaml";

  private final ZoneId zone;

  private PlanReader(ZoneId zone) {
    this.zone = zone;
  }

  /** The one that is shipped, with the checklist that is shipped. */
  public static Plan korea() {
    try (InputStream in =
        Objects.requireNonNull(PlanReader.class.getResourceAsStream(KOREA), KOREA)) {
      return read(
          KOREA, new String(in.readAllBytes(), StandardCharsets.UTF_8), ChecklistReader.shipped());
    } catch (IOException e) {
      throw new YamlException(KOREA + " can't be read: " + e.getMessage());
    }
  }

  /**
   * @param name what messages call it
   */
  public static Plan read(String name, String yaml, Checklist checklist) {
    YamlNode root =
        YamlNode.read(name, yaml)
            .only(
                "version",
                "zone",
                "cover",
                "watches",
                "notices",
                "inspections",
                "training",
                "drill",
                "support");
    var _ = root.at("version").text();
    PlanReader reader = new PlanReader(root.at("zone").zone());
    return new Plan(
        checklist,
        limits(root.at("cover")),
        reader.watches(root.at("watches")),
        reader.notices(root.at("notices")),
        reader.inspections(root.at("inspections")),
        new Curriculum(
            reader.zone, all(root.at("training"), PlanReader::module, TrainingModule::id)),
        drill(root.at("drill")),
        reader.support(root.at("support")));
  }

  private static CoverLimits limits(YamlNode node) {
    YamlNode known =
        node.only(
            "order-ending",
            "order-ending-soon",
            "officer",
            "assessment",
            "issue",
            "told",
            "exception",
            "renewal",
            "poor-face",
            "pulse");
    return new CoverLimits(
        known.at("order-ending").duration(),
        known.at("order-ending-soon").duration(),
        known.at("officer").duration(),
        known.at("assessment").duration(),
        known.at("issue").duration(),
        known.at("told").duration(),
        known.at("exception").duration(),
        known.at("renewal").duration(),
        known.at("poor-face").number(),
        known.at("pulse").duration());
  }

  private WatchRules watches(YamlNode node) {
    YamlNode known =
        node.only("reach-km", "term", "wearing", "silence", "stale-position", "low-battery");
    return new WatchRules(
        known.at("reach-km").number() * 1000,
        known.at("term").period(),
        known.at("wearing").period(),
        known.at("silence").duration(),
        known.at("stale-position").duration(),
        known.at("low-battery").whole(),
        zone);
  }

  private NoticeRule notices(YamlNode node) {
    YamlNode known =
        node.only("first", "unanswered", "answered", "in-person", "pin-tries", "refusal-review");
    return new NoticeRule(
        known.at("first").duration(),
        known.at("unanswered").duration(),
        known.at("answered").duration(),
        known.at("in-person").duration(),
        known.at("pin-tries").count(),
        known.at("refusal-review").period(),
        zone);
  }

  private InspectionRule inspections(YamlNode node) {
    YamlNode known = node.only("every", "mend");
    return new InspectionRule(zone, byGrade(known.at("every")), byGrade(known.at("mend")));
  }

  private static Map<RiskGrade, Period> byGrade(YamlNode node) {
    Map<RiskGrade, Period> all = new EnumMap<>(RiskGrade.class);
    for (String key : node.keys()) {
      all.put(node.constant(RiskGrade.class, key), node.at(key).period());
    }
    for (RiskGrade grade : RiskGrade.values()) {
      if (!all.containsKey(grade)) {
        throw node.fault("says nothing of the grade " + grade);
      }
    }
    return all;
  }

  /** Members that are found by their ids, so that none may hide behind another. */
  private static <T> List<T> all(
      YamlNode node, Function<YamlNode, T> reader, Function<T, String> id) {
    List<T> all = node.list().stream().map(reader).toList();
    Set<String> ids = new HashSet<>();
    for (T one : all) {
      if (!ids.add(id.apply(one))) {
        throw node.fault("names \"%s\" twice".formatted(id.apply(one)));
      }
    }
    return all;
  }

  private static TrainingModule module(YamlNode node) {
    YamlNode known = node.only("id", "holds", "for", "ko", "en");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    known.at("for").list().forEach(role -> roles.add(role.constant(Role.class)));
    return new TrainingModule(
        known.at("id").text(),
        known.at("ko").text(),
        known.at("en").text(),
        known.at("holds").period(),
        roles);
  }

  private static DrillRule drill(YamlNode node) {
    YamlNode known = node.only("alerted", "acknowledged", "dispatched", "resolved");
    return new DrillRule(
        known.at("alerted").duration(),
        known.at("acknowledged").duration(),
        known.at("dispatched").duration(),
        known.at("resolved").duration());
  }

  private SupportCatalogue support(YamlNode node) {
    YamlNode known = node.only("version", "services");
    List<SupportService> services =
        all(known.at("services"), PlanReader::service, SupportService::id);
    return new SupportCatalogue(known.at("version").text(), zone, services);
  }

  private static SupportService service(YamlNode node) {
    YamlNode known =
        node.only("id", "kind", "offences", "minors", "accept", "start", "ko", "en", "source");
    Set<Offence> offences = EnumSet.noneOf(Offence.class);
    known.at("offences").list().forEach(one -> offences.add(one.constant(Offence.class)));
    return new SupportService(
        known.at("id").text(),
        known.at("kind").constant(SupportKind.class),
        known.at("ko").text(),
        known.at("en").text(),
        offences,
        known.maybe("minors").map(YamlNode::yes).orElse(false),
        known.at("accept").period(),
        known.at("start").period(),
        known.at("source").text());
  }
}
