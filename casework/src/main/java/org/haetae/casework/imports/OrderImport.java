package org.haetae.casework.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.casework.imports.ImportReport.LineProblem;
import org.haetae.casework.order.CheckedOrders;
import org.haetae.casework.order.OrderCheck;
import org.haetae.casework.order.OrderDraft;
import org.haetae.casework.order.OrderDraft.MeasureDraft;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRules;
import org.haetae.casework.order.PlaceDraft;
import org.haetae.casework.order.Problem;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.OrderId;

/**
 * Orders, each held against the law. Places are {@code id@latitude,longitude/metres;…}; measures
 * are {@code stay-away 100;no-contact}.
 */
final class OrderImport {
  private static final Pattern PLACE = Pattern.compile("([^@]+)@(-?[0-9.]+),(-?[0-9.]+)/([0-9.]+)");

  private final Store store;
  private final OrderRules rules;
  private final List<LineProblem> problems = new ArrayList<>();
  private final Map<String, PlaceDraft> places = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  OrderImport(Store store, OrderRules rules) {
    this.store = store;
    this.rules = rules;
  }

  ImportReport take(List<ImportRow> rows, boolean dryRun, Instant now) {
    List<OrderDraft> drafts = new ArrayList<>();
    for (ImportRow row : rows) {
      try {
        drafts.add(draft(row));
        lines.put(row.text("id"), row.line());
      } catch (ImportFault e) {
        problems.add(new LineProblem(row.line(), String.valueOf(e.getMessage())));
      }
    }
    CheckedOrders checked = new OrderCheck(rules).check(drafts, List.copyOf(places.values()));
    checked.problems().stream()
        .filter(problem -> problem.weight() == Problem.Weight.WRONG)
        .forEach(problem -> problems.add(new LineProblem(line(problem), problem.sentence())));
    boolean write = problems.isEmpty() && !dryRun;
    if (problems.isEmpty()) {
      enter(checked.orders(), write, now);
    }
    return new ImportReport(rows.size(), problems, write && problems.isEmpty());
  }

  /** What is known already and the same is passed over; what differs is a problem. */
  private void enter(List<OrderFile> orders, boolean write, Instant now) {
    List<OrderFile> fresh =
        store.read(
            in -> {
              List<OrderFile> absent = new ArrayList<>();
              for (OrderFile order : orders) {
                OrderId id = order.issued().id();
                Optional<OrderFile> known = in.orders().find(id);
                if (in.erasures().find(Owner.of(id)).isPresent()) {
                  problem(id, "order %s was erased: what is new needs an id of its own");
                } else if (known.isEmpty()) {
                  absent.add(order);
                } else if (!known.get().issuedAs(order)) {
                  problem(
                      id,
                      "order %s is written down otherwise: extend, suspend or revoke it instead");
                }
              }
              return absent;
            });
    if (write && problems.isEmpty()) {
      store.prepare(fresh.stream().map(order -> Owner.of(order.issued().id())).toList());
      store.run(in -> fresh.forEach(order -> in.orders().add(order, now)));
    }
  }

  private void problem(OrderId id, String sentence) {
    problems.add(new LineProblem(lines.getOrDefault(id.value(), 0), sentence.formatted(id)));
  }

  /** Each sentence of the law begins with the order that it is about. */
  private int line(Problem problem) {
    String[] words = problem.sentence().split(" ", 3);
    return words.length > 1 && words[0].equals("order") ? lines.getOrDefault(words[1], 0) : 0;
  }

  private OrderDraft draft(ImportRow row) {
    Set<String> its = new LinkedHashSet<>();
    row.parts("places").forEach(text -> its.add(place(text)));
    return new OrderDraft(
        row.text("id"),
        row.text("reference"),
        row.text("kind"),
        row.text("offence"),
        row.text("legal-basis"),
        row.text("issued-by"),
        row.text("respondent"),
        new HashSet<>(row.parts("protected-people")),
        its,
        row.text("risk-grade"),
        Optional.of(row.time("valid-from", rules.count().zone())),
        Optional.of(row.time("valid-until", rules.count().zone())),
        row.parts("measures").stream().map(OrderImport::measure).toList(),
        List.of());
  }

  private String place(String text) {
    Matcher parts = PLACE.matcher(text);
    if (!parts.matches()) {
      throw new ImportFault(
          "\"places\": \"%s\" must be id@latitude,longitude/metres".formatted(text));
    }
    String id = parts.group(1).strip();
    places.putIfAbsent(
        id,
        new PlaceDraft(id, number(parts.group(2)), number(parts.group(3)), number(parts.group(4))));
    return id;
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new ImportFault("\"places\": \"%s\" is no number".formatted(text));
    }
  }

  private static MeasureDraft measure(String text) {
    String[] parts = text.split(" +", 2);
    return new MeasureDraft(
        parts[0], parts.length == 2 ? number(parts[1]) : OptionalDouble.empty());
  }
}
