package org.haetae.casework.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;

/** Makes an order of what was entered, without asking the law. */
final class OrderReading {
  /**
   * What was read.
   *
   * @param terms as soon as kind, offence and legal basis are known
   * @param file only if nothing was wrong
   */
  record ReadOrder(Optional<Terms> terms, Optional<OrderFile> file) {}

  private final OrderDraft draft;
  private final Findings findings;
  private final DayCount count;

  OrderReading(OrderDraft draft, Findings findings, DayCount count) {
    this.draft = draft;
    this.findings = findings;
    this.count = count;
  }

  /** All that could be read; its problems are told either way. */
  ReadOrder read() {
    Optional<OrderId> id = findings.made(draft.id(), OrderId::new);
    Optional<String> reference = findings.text(draft.reference(), "reference number");
    Optional<OrderKind> kind = findings.oneOf(OrderKind.class, draft.kind(), "kind");
    Optional<Offence> offence = findings.oneOf(Offence.class, draft.offence(), "offence");
    Optional<String> basis = findings.text(draft.legalBasis(), "legal basis");
    Optional<String> issuedBy = findings.text(draft.issuedBy(), "issuing court or police unit");
    Optional<RespondentId> respondent = findings.made(draft.respondent(), RespondentId::new);
    Optional<RiskGrade> risk = findings.oneOf(RiskGrade.class, draft.riskGrade(), "risk grade");
    Optional<Validity> validity = validity();
    Set<ProtectedPersonId> people =
        each(draft.protectedPeople(), ProtectedPersonId::new, "protects nobody", "person");
    Set<PlaceId> places = each(draft.places(), PlaceId::new, "protects no place", "place");
    List<Measure> measures = MeasureReading.read(draft.measures(), findings);
    Set<MeasureKind> kinds = measures.stream().map(Measure::kind).collect(Collectors.toSet());
    Optional<Terms> terms =
        kind.flatMap(
            k -> offence.flatMap(o -> basis.map(b -> new Terms(k, o, b, validity, kinds))));
    if (findings.anyWrong()) {
      return new ReadOrder(terms, Optional.empty());
    }
    ProtectionOrder order =
        new ProtectionOrder(
            id.orElseThrow(),
            reference.orElseThrow(),
            kind.orElseThrow(),
            offence.orElseThrow(),
            basis.orElseThrow(),
            issuedBy.orElseThrow(),
            respondent.orElseThrow(),
            people,
            places,
            risk.orElseThrow(),
            validity.orElseThrow());
    return new ReadOrder(terms, Optional.of(OrderFile.issued(order, measures)));
  }

  private Optional<Validity> validity() {
    Optional<Instant> from = findings.needed(draft.from(), "begin");
    Optional<Instant> until = findings.needed(draft.until(), "end");
    if (from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(until.get())) {
      findings.wrong(
          "ends at %s, which is not after its begin at %s: correct one of them"
              .formatted(count.say(until.get()), count.say(from.get())));
      return Optional.empty();
    }
    return Optional.of(new Validity(from.get(), until.get()));
  }

  private <T> Set<T> each(Set<String> texts, Function<String, T> make, String none, String what) {
    if (texts.isEmpty()) {
      findings.wrong("%s: name at least one %s".formatted(none, what));
    }
    return new TreeSet<>(texts)
        .stream()
            .flatMap(text -> findings.made(text, make).stream())
            .collect(Collectors.toUnmodifiableSet());
  }
}
