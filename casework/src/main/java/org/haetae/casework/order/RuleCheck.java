package org.haetae.casework.order;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haetae.casework.order.Longest.Fixed;
import org.haetae.casework.order.Longest.Until;
import org.haetae.casework.order.OrderDraft.ExtensionDraft;
import org.haetae.casework.order.OrderEvent.Extended;
import org.haetae.domain.order.Validity;

/** Holds one order against the law. */
final class RuleCheck {
  private final OrderRules rules;
  private final DayCount count;
  private final Findings findings;

  RuleCheck(OrderRules rules, Findings findings) {
    this.rules = rules;
    this.count = rules.count();
    this.findings = findings;
  }

  /** Tells what the law says against {@code terms}. */
  void check(Terms terms, boolean extended) {
    Optional<LegalBasis> known = rules.basis(terms.kind(), terms.offence(), terms.legalBasis());
    if (known.isEmpty()) {
      findings.wrong(rules.knowsNoBasis(terms.kind(), terms.offence(), terms.legalBasis()));
      return;
    }
    LegalBasis basis = known.get();
    checkMeasures(terms.measures(), basis);
    terms.validity().ifPresent(validity -> checkTime(validity, basis));
    tellDoubts(basis, extended);
  }

  /** The order with its extensions, as far as they are lawful; what isn't is in the findings. */
  OrderFile extended(OrderFile issued, List<ExtensionDraft> extensions) {
    OrderFile file = issued;
    for (ExtensionDraft draft : extensions) {
      try {
        Extended event =
            file.extend(draft.until(), draft.by(), draft.reference(), draft.at(), rules);
        file = file.after(event);
      } catch (OrderRefusal e) {
        findings.said(e.sentence());
      }
    }
    return file;
  }

  private void checkMeasures(Set<MeasureKind> measures, LegalBasis basis) {
    Set<MeasureKind> allowed = basis.measures().value();
    for (MeasureKind kind : new TreeSet<>(measures)) {
      if (!allowed.contains(kind)) {
        findings.wrong(
            "demands %s, which its legal basis doesn't allow: %s allows %s (%s)"
                .formatted(
                    kind, basis.name(), new TreeSet<>(allowed), basis.measures().source().say()));
      }
    }
  }

  private void checkTime(Validity validity, LegalBasis basis) {
    checkApplies(validity.from(), basis);
    new TimeLimits(basis, count)
        .refusesEnd(validity.from(), validity.until())
        .ifPresent(findings::wrong);
  }

  /** An article that did not exist yet is wrong; one that read otherwise must be looked up. */
  private void checkApplies(Instant from, LegalBasis basis) {
    Source article = basis.measures().source();
    if (isBefore(from, article)) {
      findings.wrong(
          "begins at %s, but %s, %s applies only from %s"
              .formatted(count.say(from), article.act(), article.article(), article.effective()));
      return;
    }
    Stream.of(basis.longest().source(), basis.extensions().source())
        .filter(source -> isBefore(from, source))
        .distinct()
        .forEach(
            source ->
                findings.uncertain(
                    "begins at %s, before %s, %s had its present wording (%s): look up how long it could last then"
                        .formatted(
                            count.say(from), source.act(), source.article(), source.effective())));
  }

  private boolean isBefore(Instant from, Source source) {
    return from.isBefore(source.effective().atStartOfDay(count.zone()).toInstant());
  }

  /** What the rules leave open for this order, each doubt once. */
  private void tellDoubts(LegalBasis basis, boolean extended) {
    switch (basis.longest().value()) {
      case Fixed _ -> {}
      case Until(String event) ->
          findings.uncertain(
              "has no longest term by law (%s); it stands until %s: see that the end entered is the one decided"
                  .formatted(basis.longest().source().say(), event));
    }
    if (extended) {
      basis
          .extensions()
          .value()
          .until()
          .ifPresent(
              event ->
                  findings.uncertain(
                      "is extended, but not beyond this: %s (%s); look it up"
                          .formatted(event, basis.extensions().source().say())));
    }
    Set<Source> used = new LinkedHashSet<>();
    used.add(basis.longest().source());
    used.add(basis.measures().source());
    if (extended) {
      used.add(basis.extensions().source());
    }
    used.stream()
        .filter(source -> source.toCheck().isPresent())
        .forEach(source -> findings.uncertain("rests on a rule to be looked up: " + source.say()));
  }
}
