package org.haetae.casework.order;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@link OrderRules} from YAML, strictly: an unknown key, a value without its source and a
 * term of no length are refused. The form is that of {@code rules/korea-2026.yaml}. Every fault is
 * an {@link OrderRulesException}. Stateless.
 */
public final class OrderRulesReader {
  private static final String KOREA = "korea-2026.yaml";
  private static final int LARGEST_BYTES = 1 << 20;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** An act: what messages call it, and all names that citations use. */
  private record Act(String name, List<String> called) {}

  private final Map<String, Act> acts = new LinkedHashMap<>();

  private OrderRulesReader() {}

  /** The rules that are shipped. */
  public static OrderRules korea() {
    try (InputStream in =
        Objects.requireNonNull(
            OrderRulesReader.class.getResourceAsStream("rules/" + KOREA), KOREA)) {
      return read(KOREA, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new OrderRulesException(KOREA + " can't be read: " + e.getMessage());
    }
  }

  /** A site's own rules. */
  public static OrderRules read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new OrderRulesException(file + " is larger than 1 MiB, so it can't be a rules file");
      }
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new OrderRulesException(file + " can't be read: " + e);
    }
  }

  /**
   * Rules out of a file's text.
   *
   * @param file what messages call it
   */
  public static OrderRules read(String file, String yaml) {
    JsonNode tree;
    try {
      tree = YAML.readTree(yaml);
    } catch (JacksonException e) {
      throw new OrderRulesException(
          "%s, line %d: is not YAML: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getOriginalMessage().replaceAll("\\s+", " ")));
    }
    return new OrderRulesReader().rules(new RuleNode(file, "", tree));
  }

  private OrderRules rules(RuleNode top) {
    top.only("rules", "version", "zone", "first-day-counts", "acts", "bases");
    top.need("acts").entries().forEach((key, act) -> acts.put(key, act(act)));
    ZoneId zone = top.need("zone").as(ZoneId::of, "a time zone such as Asia/Seoul");
    boolean first =
        sourced(top.need("first-day-counts").only("value", "source"), n -> n.need("value").yes())
            .value();
    return new OrderRules(
        top.need("rules").text(),
        top.need("version").text(),
        new DayCount(zone, first),
        top.need("bases").items(1).stream().map(this::basis).toList());
  }

  private static Act act(RuleNode act) {
    act.only("name", "also-called");
    String name = act.need("name").text();
    Stream<String> others =
        act.maybe("also-called").stream()
            .flatMap(list -> list.items(0).stream())
            .map(RuleNode::text);
    return new Act(name, Stream.concat(Stream.of(name), others).toList());
  }

  private LegalBasis basis(RuleNode basis) {
    basis.only("name", "kind", "offences", "act", "articles", "longest", "extensions", "measures");
    Act act = knownAct(basis.need("act"));
    List<Citation> citations =
        basis.need("articles").items(1).stream()
            .map(RuleNode::text)
            .flatMap(article -> act.called().stream().map(name -> name + ", " + article))
            .map(Citation::new)
            .toList();
    return new LegalBasis(
        basis.need("name").text(),
        basis.need("kind").oneOf(OrderKind.class),
        offences(basis.need("offences")),
        citations,
        sourced(basis.need("longest").only("term", "until", "source"), OrderRulesReader::longest),
        sourced(
            basis.need("extensions").only("times", "each", "total", "until", "source"),
            OrderRulesReader::extensions),
        sourced(basis.need("measures").only("allowed", "source"), OrderRulesReader::measures));
  }

  private static Set<Offence> offences(RuleNode list) {
    Set<Offence> offences = EnumSet.noneOf(Offence.class);
    list.items(1).forEach(item -> offences.add(item.oneOf(Offence.class)));
    return offences;
  }

  private static Longest longest(RuleNode longest) {
    Optional<RuleNode> term = longest.maybe("term");
    Optional<RuleNode> until = longest.maybe("until");
    if (term.isPresent() == until.isPresent()) {
      throw longest.wrong("must have either a term or, where the law has no number, until");
    }
    return term.<Longest>map(node -> new Longest.Fixed(term(node)))
        .orElseGet(() -> new Longest.Until(until.orElseThrow().text()));
  }

  private static Extensions extensions(RuleNode node) {
    OptionalInt times =
        node.maybe("times").map(n -> OptionalInt.of(n.number())).orElse(OptionalInt.empty());
    Optional<Term> each = node.maybe("each").map(OrderRulesReader::term);
    Optional<Term> total = node.maybe("total").map(OrderRulesReader::term);
    try {
      return new Extensions(times, each, total, node.maybe("until").map(RuleNode::text));
    } catch (IllegalArgumentException e) {
      throw node.wrong("is refused: " + e.getMessage());
    }
  }

  private static Set<MeasureKind> measures(RuleNode node) {
    Set<MeasureKind> kinds = EnumSet.noneOf(MeasureKind.class);
    node.need("allowed").items(1).forEach(item -> kinds.add(item.oneOf(MeasureKind.class)));
    return Set.copyOf(kinds);
  }

  private static Term term(RuleNode node) {
    return node.as(Term::parse, "a term such as P3M, P1Y, P10D or PT48H");
  }

  private <T> Sourced<T> sourced(RuleNode node, Function<RuleNode, T> part) {
    return new Sourced<>(part.apply(node), source(node.need("source")));
  }

  private Source source(RuleNode source) {
    source.only("act", "article", "effective", "verified", "check");
    boolean verified = source.maybe("verified").map(RuleNode::yes).orElse(true);
    Optional<String> check = source.maybe("check").map(RuleNode::text);
    if (verified == check.isPresent()) {
      throw source.wrong(
          verified
              ? "has something to check, so it must say verified: false"
              : "is not verified, so it must say under check what to look up");
    }
    return new Source(
        knownAct(source.need("act")).name(),
        source.need("article").text(),
        source.need("effective").as(LocalDate::parse, "a date such as 2023-07-11"),
        check);
  }

  private Act knownAct(RuleNode key) {
    Act act = acts.get(key.text());
    if (act == null) {
      throw key.wrong(
          "names the act \"%s\", which is not under acts: %s"
              .formatted(key.text(), String.join(", ", acts.keySet())));
    }
    return act;
  }
}
