package org.haetae.app.config;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haetae.app.config.Site.Respondent;
import org.haetae.casework.order.MeasureKind;
import org.haetae.casework.order.OrderDraft.MeasureDraft;
import org.haetae.casework.order.OrderRules;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.domain.schedule.Schedule;
import org.haetae.pipeline.proximity.SiteCircumstances.LawfulPresence;

/**
 * Reads a site's orders, each for itself; {@link OrderLaw} then holds all of them against the law.
 *
 * @param clock tells the day that relative dates count from
 * @param rules whose zone is where a day begins
 * @param places that an order may name
 * @param respondents that an order may name
 */
record OrderReader(
    InstantSource clock,
    OrderRules rules,
    List<ProtectedPlace> places,
    List<Respondent> respondents) {

  /** An order as it stands in the file. */
  record Entry(
      YamlMap map,
      ProtectionOrder order,
      List<MeasureDraft> measures,
      List<LawfulPresence> lawful) {}

  List<Entry> read(YamlMap root) {
    List<Entry> orders = new ArrayList<>();
    Set<OrderId> seen = new HashSet<>();
    for (YamlMap map :
        root.list(
            "orders",
            "an order",
            "id",
            "reference",
            "kind",
            "offence",
            "legal-basis",
            "issued-by",
            "respondent",
            "protected-people",
            "places",
            "measures",
            "risk-grade",
            "valid-from",
            "valid-until",
            "lawful-presence")) {
      OrderId id = map.required("id", new OrderId("unnamed"), OrderId::new);
      if (!seen.add(id)) {
        map.problem("id", "the order %s stands twice".formatted(id));
      }
      List<MeasureDraft> measures = measures(map);
      List<LawfulPresence> lawful = lawful(map, id);
      order(map, id).map(order -> new Entry(map, order, measures, lawful)).ifPresent(orders::add);
    }
    return orders;
  }

  private Optional<ProtectionOrder> order(YamlMap map, OrderId id) {
    RespondentId respondent =
        map.required("respondent", new RespondentId("unnamed"), RespondentId::new);
    if (map.has("respondent") && !knownPeople().contains(respondent)) {
      map.problem(
          "respondent", "no respondent %s is listed under \"respondents\"".formatted(respondent));
    }
    Set<PlaceId> guarded = knownPlaces(map);
    Set<ProtectedPersonId> people = ids(map, "protected-people", ProtectedPersonId::new);
    String reference = map.required("reference", "", Function.identity());
    OrderKind kind = map.choice("kind", OrderKind.PROTECTION_ORDER, OrderKind.class);
    Offence offence = map.choice("offence", Offence.STALKING, Offence.class);
    String basis = map.required("legal-basis", "", Function.identity());
    String issuer = map.required("issued-by", "", Function.identity());
    RiskGrade grade = map.choice("risk-grade", RiskGrade.HIGH, RiskGrade.class);
    Instant from = map.required("valid-from", Instant.EPOCH, this::day);
    Instant until = map.required("valid-until", Instant.MAX, this::day);
    return map.build(
        () ->
            new ProtectionOrder(
                id,
                reference,
                kind,
                offence,
                basis,
                issuer,
                respondent,
                people,
                guarded,
                grade,
                new Validity(from, until)));
  }

  private Set<PlaceId> knownPlaces(YamlMap map) {
    Set<PlaceId> known = places.stream().map(ProtectedPlace::id).collect(Collectors.toSet());
    Set<PlaceId> named = ids(map, "places", PlaceId::new);
    named.stream()
        .filter(place -> !known.contains(place))
        .forEach(
            place ->
                map.problem("places", "no place %s is listed under \"places\"".formatted(place)));
    return named;
  }

  /** Times at which the respondent may come: they lower an alert, and never hide it. */
  private List<LawfulPresence> lawful(YamlMap order, OrderId id) {
    List<LawfulPresence> all = new ArrayList<>();
    for (YamlMap map :
        order.list(
            "lawful-presence", "a lawful presence", "reason", "places", "days", "date", "time")) {
      String reason = map.required("reason", "unnamed", Function.identity());
      Set<PlaceId> where = knownPlaces(map);
      Optional<Schedule> when = new ScheduleReader(rules.count().zone()).read(map);
      when.flatMap(schedule -> map.build(() -> new LawfulPresence(id, where, schedule, reason)))
          .ifPresent(all::add);
    }
    return all;
  }

  private Set<RespondentId> knownPeople() {
    return respondents.stream().map(Respondent::id).collect(Collectors.toSet());
  }

  /** Such as {@code stay-away 150} or {@code no-contact}; an order says at least to stay away. */
  private static List<MeasureDraft> measures(YamlMap map) {
    if (!map.has("measures")) {
      return List.of(new MeasureDraft(MeasureKind.STAY_AWAY.name(), OptionalDouble.empty()));
    }
    List<MeasureDraft> drafts = new ArrayList<>();
    for (String text : map.texts("measures")) {
      String[] words = text.strip().split("\\s+", 2);
      try {
        drafts.add(
            new MeasureDraft(
                YamlMap.parseEnum(MeasureKind.class, words[0]).name(),
                words.length == 1
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(YamlMap.number(words[1]))));
      } catch (IllegalArgumentException e) {
        map.problem("measures", "the measure \"%s\": %s".formatted(text, e.getMessage()));
      }
    }
    return drafts;
  }

  /** A date, an instant, or days from today such as P-10D, for demonstrations. */
  private Instant day(String text) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), rules.count().zone());
    if (text.startsWith("P")) {
      return begin(today.plus(Period.parse(text)));
    }
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : begin(LocalDate.parse(text));
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(rules.count().zone()).toInstant();
  }

  private static <T> Set<T> ids(YamlMap map, String key, Function<String, T> parse) {
    Set<T> ids = new HashSet<>();
    for (String text : map.texts(key)) {
      map.build(() -> parse.apply(text)).ifPresent(ids::add);
    }
    return ids;
  }
}
