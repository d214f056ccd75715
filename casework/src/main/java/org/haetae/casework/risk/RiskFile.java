package org.haetae.casework.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.risk.RiskFact.Assessed;
import org.haetae.casework.risk.RiskFact.Lowered;
import org.haetae.casework.risk.RiskFact.Raised;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.order.RiskGrade;

/**
 * The grade of a case as its facts have made it, and all of them. Until an answer is known the
 * highest grade that it allows counts. An assessment lifts the grade at once; to let it fall takes
 * a supervisor, who fills in the checklist or lowers the grade.
 *
 * @param history the oldest first; nothing is ever taken out
 * @param grade what counts now; empty before the first assessment
 */
public record RiskFile(List<RiskFact> history, Optional<RiskGrade> grade) {
  public static final RiskFile EMPTY = new RiskFile(List.of(), Optional.empty());

  public RiskFile {
    history = List.copyOf(history);
  }

  /** Fills in a checklist. */
  public Assessed assess(Checklist checklist, Map<String, Answer> answers, Deed deed) {
    GradeRange range;
    try {
      range = checklist.grade(answers);
    } catch (IllegalArgumentException e) {
      throw new RiskRefusal(String.valueOf(e.getMessage()));
    }
    return new Assessed(
        deed.at(), deed.by(), checklist.version(), answers, range, deed.actor().supervises());
  }

  /** Anybody who leads a case may raise its grade, with a reason. */
  public Raised raise(RiskGrade to, String reason, Deed deed) {
    RiskGrade now = assessed();
    if (to.compareTo(now) <= 0) {
      throw new RiskRefusal("the grade is %s already: raise it to a higher one".formatted(now));
    }
    return new Raised(deed.at(), deed.by(), to, reasoned(reason));
  }

  /** Only a supervisor may lower it, with a reason. */
  public Lowered lower(RiskGrade to, String reason, Deed deed) {
    RiskGrade now = assessed();
    if (!deed.actor().supervises()) {
      throw new RiskRefusal("only a supervisor may lower a grade");
    }
    if (to.compareTo(now) >= 0) {
      throw new RiskRefusal("the grade is %s: lower it to a lower one".formatted(now));
    }
    return new Lowered(deed.at(), deed.by(), to, reasoned(reason));
  }

  /** The file after {@code fact}. */
  public RiskFile after(RiskFact fact) {
    List<RiskFact> longer = new ArrayList<>(history);
    longer.add(fact);
    RiskGrade next =
        switch (fact) {
          case Assessed assessed -> standing(assessed);
          case Raised raised -> raised.to();
          case Lowered lowered -> lowered.to();
        };
    return new RiskFile(longer, Optional.of(next));
  }

  /** The newest checklist that was filled in. */
  public Optional<Assessed> assessment() {
    return history.reversed().stream()
        .filter(Assessed.class::isInstance)
        .map(Assessed.class::cast)
        .findFirst();
  }

  /** Whether the newest assessment would allow a lower grade, if a supervisor agreed. */
  public boolean awaitsSupervisor() {
    return !history.isEmpty()
        && history.getLast() instanceof Assessed newest
        && !newest.bySupervisor()
        && grade.isPresent()
        && newest.range().highest().compareTo(grade.get()) < 0;
  }

  /**
   * When somebody must look again: in the time of the grade, counted from when it was set; a grade
   * that was raised since never puts off the review of the assessment. Empty before the first
   * assessment.
   */
  public Optional<Instant> reviewDue(ReviewRule rule) {
    return assessment().map(newest -> reviewDue(newest, rule));
  }

  private Instant reviewDue(Assessed newest, ReviewRule rule) {
    RiskGrade now = grade.orElse(newest.range().highest());
    Instant counted =
        history.getLast() instanceof Raised raised && raised.to() == now
            ? raised.at()
            : newest.at();
    Instant due = rule.due(now, counted);
    // A raise must not put off the review that was due anyway.
    Instant before = rule.due(newest.range().highest(), newest.at());
    return counted.equals(newest.at()) || due.isBefore(before) ? due : before;
  }

  private RiskGrade standing(Assessed assessed) {
    RiskGrade highest = assessed.range().highest();
    boolean falls = grade.isPresent() && highest.compareTo(grade.get()) < 0;
    return falls && !assessed.bySupervisor() ? grade.get() : highest;
  }

  private RiskGrade assessed() {
    return grade.orElseThrow(
        () -> new RiskRefusal("the case has no assessment yet: fill in the checklist first"));
  }

  private static String reasoned(String reason) {
    if (reason.isBlank()) {
      throw new RiskRefusal("say why: a grade is changed with a reason");
    }
    return reason.strip();
  }
}
