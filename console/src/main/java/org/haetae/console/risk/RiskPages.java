package org.haetae.console.risk;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.Checklist;
import org.haetae.casework.risk.GradeRange;
import org.haetae.casework.risk.MeasureSuggested;
import org.haetae.casework.risk.Question;
import org.haetae.casework.risk.RiskFact.Assessed;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CaseId;

/** The checklist as a form that says, while it is filled in, what the answers so far amount to. */
public final class RiskPages {
  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;

  public RiskPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /**
   * What answers amount to.
   *
   * @param askNext the unknown that matters most
   */
  public record Standing(
      GradeRange range, int open, Optional<Question> askNext, List<MeasureSuggested> suggested) {
    public Standing {
      suggested = List.copyOf(suggested);
    }

    static Standing of(Checklist checklist, Map<String, Answer> answers) {
      GradeRange range = checklist.grade(answers);
      return new Standing(
          range,
          checklist.open(answers).size(),
          checklist.askNext(answers),
          checklist.suggested(range.highest()).stream().sorted().toList());
    }
  }

  /**
   * What the form shows.
   *
   * @param answers those of the newest assessment that this version still asks for
   * @param past all assessments, the newest first
   */
  public record Shown(
      CaseId file,
      Checklist checklist,
      Map<String, Answer> answers,
      Standing standing,
      List<Assessed> past) {
    public Shown {
      answers = Map.copyOf(answers);
      past = List.copyOf(past);
    }

    public Answer answer(Question question) {
      return answers.getOrDefault(question.id(), Answer.UNKNOWN);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/cases/{id}/risk", visits.of(Section.CASES, this::show));
    routes.post("/cases/{id}/risk", visits.of(Section.CASES, this::assess));
    routes.post("/cases/{id}/risk/standing", visits.of(Section.CASES, this::standing));
  }

  private void show(Visit visit) {
    CaseFile file = cases.find(visit);
    Checklist checklist = desks.plan().checklist();
    Map<String, Answer> answers = new HashMap<>();
    file.risk()
        .assessment()
        .ifPresent(
            newest ->
                checklist
                    .questions()
                    .forEach(
                        question ->
                            answers.put(
                                question.id(),
                                newest.answers().getOrDefault(question.id(), Answer.UNKNOWN))));
    List<Assessed> past = new ArrayList<>();
    file.risk().history().reversed().stream()
        .filter(Assessed.class::isInstance)
        .map(Assessed.class::cast)
        .forEach(past::add);
    visit.show(
        "risk.jte",
        new Shown(file.id(), checklist, answers, Standing.of(checklist, answers), past));
  }

  /** A part of the page, asked for as answers change; nothing is written down. */
  private void standing(Visit visit) {
    var _ = cases.find(visit);
    visit.show("standing.jte", Standing.of(desks.plan().checklist(), answers(visit)));
  }

  private void assess(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.cases().assess(file.id(), answers(visit), visit.deed());
    visit.goTo("/cases/" + file.id());
  }

  private Map<String, Answer> answers(Visit visit) {
    Map<String, Answer> answers = new HashMap<>();
    for (Question question : desks.plan().checklist().questions()) {
      visit
          .maybe(question.id())
          .ifPresent(_ -> answers.put(question.id(), visit.field(question.id(), Answer::valueOf)));
    }
    return answers;
  }
}
