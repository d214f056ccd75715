package org.haetae.app.config;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haetae.app.config.Site.Respondent;
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

/**
 * Reads a site's orders.
 *
 * @param clock tells the day that relative dates count from
 * @param places that an order may name
 * @param respondents that an order may name
 */
record OrderReader(InstantSource clock, List<ProtectedPlace> places, List<Respondent> respondents) {

  List<ProtectionOrder> read(YamlMap root) {
    Set<PlaceId> knownPlaces = places.stream().map(ProtectedPlace::id).collect(Collectors.toSet());
    Set<RespondentId> knownPeople =
        respondents.stream().map(Respondent::id).collect(Collectors.toSet());
    List<ProtectionOrder> orders = new ArrayList<>();
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
            "risk-grade",
            "valid-from",
            "valid-until")) {
      OrderId id = map.required("id", new OrderId("unnamed"), OrderId::new);
      if (!seen.add(id)) {
        map.problem("id", "the order %s stands twice".formatted(id));
      }
      RespondentId respondent =
          map.required("respondent", new RespondentId("unnamed"), RespondentId::new);
      if (map.has("respondent") && !knownPeople.contains(respondent)) {
        map.problem(
            "respondent", "no respondent %s is listed under \"respondents\"".formatted(respondent));
      }
      Set<PlaceId> guarded = ids(map, "places", PlaceId::new);
      guarded.stream()
          .filter(place -> !knownPlaces.contains(place))
          .forEach(
              place ->
                  map.problem("places", "no place %s is listed under \"places\"".formatted(place)));
      Set<ProtectedPersonId> people = ids(map, "protected-people", ProtectedPersonId::new);
      String reference = map.required("reference", "", Function.identity());
      OrderKind kind = map.choice("kind", OrderKind.PROTECTION_ORDER, OrderKind.class);
      Offence offence = map.choice("offence", Offence.STALKING, Offence.class);
      String basis = map.required("legal-basis", "", Function.identity());
      String issuer = map.required("issued-by", "", Function.identity());
      RiskGrade grade = map.choice("risk-grade", RiskGrade.HIGH, RiskGrade.class);
      Instant from = map.required("valid-from", Instant.EPOCH, this::day);
      Instant until = map.required("valid-until", Instant.MAX, this::day);
      map.build(
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
                      new Validity(from, until)))
          .ifPresent(orders::add);
    }
    return orders;
  }

  /** A date, an instant, or days from today such as P-10D, for demonstrations. */
  private Instant day(String text) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (text.startsWith("P")) {
      return today.plus(Period.parse(text)).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static <T> Set<T> ids(YamlMap map, String key, Function<String, T> parse) {
    Set<T> ids = new HashSet<>();
    for (String text : map.texts(key)) {
      map.build(() -> parse.apply(text)).ifPresent(ids::add);
    }
    return ids;
  }
}
