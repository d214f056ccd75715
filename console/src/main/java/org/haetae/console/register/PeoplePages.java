package org.haetae.console.register;

import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.register.Entry;
import org.haetae.casework.store.Owner;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.RespondentId;

/** Who a case protects and against whom, written down; and a search by name or number. */
public final class PeoplePages {
  private static final int LONGEST_SEARCH = 200;

  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;

  public PeoplePages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /**
   * One form.
   *
   * @param pseudonym by which the rest of the casework knows the person
   * @param action where the form goes
   */
  public record Form(String pseudonym, boolean isProtected, String action, Optional<Entry> entry) {}

  /** The names of one case. */
  public record Names(CaseFile file, List<Form> forms) {
    public Names {
      forms = List.copyOf(forms);
    }
  }

  /** Somebody who was found, and the cases that the visitor may see. */
  public record Hit(Entry entry, boolean isProtected, List<CaseFile> files) {
    public Hit {
      files = List.copyOf(files);
    }
  }

  /**
   * What was looked for.
   *
   * @param asked empty where nothing was
   */
  public record Search(String asked, List<Hit> hits) {
    public Search {
      hits = List.copyOf(hits);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/people", visits.of(Section.CASES, this::search));
    routes.get("/cases/{id}/people", visits.of(Section.CASES, this::show));
    routes.post("/cases/{id}/people", visits.of(Section.CASES, this::person));
    routes.post("/cases/{id}/people/{respondent}", visits.of(Section.CASES, this::respondent));
  }

  private void search(Visit visit) {
    String given = Optional.ofNullable(visit.ctx().queryParam("q")).orElse("").strip();
    String asked = given.substring(0, Math.min(given.length(), LONGEST_SEARCH));
    SeenOwners seen = new SeenOwners(desks.office(), visit.who());
    List<Hit> hits =
        desks.register().search(asked, seen::sees).stream()
            .map(
                found ->
                    new Hit(
                        found.entry(),
                        found.owner().kind() == Owner.Kind.CASE,
                        seen.cases(found.owner())))
            .toList();
    hits.stream().flatMap(hit -> hit.files().stream()).forEach(file -> visit.shows(file.id()));
    visit.show("people.jte", new Search(asked, hits));
  }

  private void show(Visit visit) {
    CaseFile file = cases.find(visit);
    String at = "/cases/%s/people".formatted(file.id());
    List<Form> forms = new ArrayList<>();
    forms.add(
        new Form(
            file.opened().person().value(), true, at, desks.register().find(Owner.of(file.id()))));
    file.opened().respondents().stream()
        .sorted()
        .map(
            one ->
                new Form(one.value(), false, at + "/" + one, desks.register().find(Owner.of(one))))
        .forEach(forms::add);
    visit.show("names.jte", new Names(file, forms));
  }

  private void person(Visit visit) {
    CaseFile file = cases.find(visit);
    put(visit, file, Owner.of(file.id()));
  }

  private void respondent(Visit visit) {
    CaseFile file = cases.find(visit);
    RespondentId id = visit.path("respondent", RespondentId::new);
    if (!file.opened().respondents().contains(id)) {
      throw new NotFoundResponse(visit.words().text("problem.case"));
    }
    put(visit, file, Owner.of(id));
  }

  private void put(Visit visit, CaseFile file, Owner owner) {
    List<String> phones =
        visit
            .maybe("phones")
            .map(text -> Arrays.stream(text.split("[,;\\n]", -1)).map(String::strip).toList())
            .orElse(List.of());
    Optional<LocalDate> born =
        visit.maybe("born").isPresent()
            ? Optional.of(visit.field("born", PeoplePages::date))
            : Optional.empty();
    desks
        .register()
        .put(
            owner,
            new Entry(
                visit.field("name"),
                visit.maybe("address").orElse(""),
                phones.stream().filter(phone -> !phone.isEmpty()).toList(),
                born),
            visit.deed());
    visit.goTo("/cases/%s/people".formatted(file.id()));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date is written as 1991-05-04", e);
    }
  }
}
