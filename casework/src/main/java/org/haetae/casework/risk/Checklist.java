package org.haetae.casework.risk;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.domain.order.RiskGrade;

/**
 * One version of a risk checklist and how its answers are graded. A version never changes once it
 * was used; what was answered under it stays readable under it.
 *
 * @param bounds the least sum of each grade above {@link RiskGrade#LOW}, growing with the grade
 * @param measures from which grade on each is suggested
 */
public record Checklist(
    ChecklistVersion version,
    List<Question> questions,
    Map<RiskGrade, Integer> bounds,
    Map<MeasureSuggested, RiskGrade> measures,
    ReviewRule review) {
  public Checklist {
    questions = List.copyOf(questions);
    bounds = Map.copyOf(bounds);
    measures = Map.copyOf(measures);
    if (questions.stream().map(Question::id).distinct().count() != questions.size()) {
      throw new IllegalArgumentException("checklist %s asks a question twice".formatted(version));
    }
    int before = 0;
    for (RiskGrade grade : RiskGrade.values()) {
      if (grade != RiskGrade.LOW) {
        Integer bound = bounds.get(grade);
        if (bound == null || bound <= before) {
          throw new IllegalArgumentException(
              "checklist %s needs a bound for %s above %d".formatted(version, grade, before));
        }
        before = bound;
      }
    }
  }

  /**
   * What the answers allow. A question that isn't answered counts as unknown.
   *
   * @throws IllegalArgumentException where an answer belongs to no question of this version
   */
  public GradeRange grade(Map<String, Answer> answers) {
    requireKnown(answers.keySet());
    return new GradeRange(grade(answers, false), grade(answers, true));
  }

  /** The sum of the weights of all yeses. */
  public int sum(Map<String, Answer> answers) {
    return sum(answers, false);
  }

  /** The questions without a yes or a no, in the list's order. */
  public List<Question> open(Map<String, Answer> answers) {
    return questions.stream()
        .filter(question -> answer(answers, question) == Answer.UNKNOWN)
        .toList();
  }

  /**
   * Which unknown to find out first: the one whose answer narrows the range most, by grades and
   * then by weight. Empty where the grade is certain or no single answer would narrow it and none
   * is open.
   */
  public Optional<Question> askNext(Map<String, Answer> answers) {
    if (grade(answers).certain()) {
      return Optional.empty();
    }
    return open(answers).stream()
        .max(
            Comparator.comparingInt((Question question) -> gain(answers, question))
                .thenComparingInt(Question::weight));
  }

  /** What is suggested at {@code grade}. */
  public Set<MeasureSuggested> suggested(RiskGrade grade) {
    return measures.entrySet().stream()
        .filter(measure -> grade.compareTo(measure.getValue()) >= 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many grades the range loses if {@code question} is answered, yes and no together. */
  private int gain(Map<String, Answer> answers, Question question) {
    int before = width(grade(answers));
    int gain = 0;
    for (Answer found : new Answer[] {Answer.YES, Answer.NO}) {
      Map<String, Answer> then = new HashMap<>(answers);
      then.put(question.id(), found);
      gain += before - width(grade(then));
    }
    return gain;
  }

  private static int width(GradeRange range) {
    List<RiskGrade> grades = List.of(RiskGrade.values());
    return grades.indexOf(range.highest()) - grades.indexOf(range.lowest());
  }

  private RiskGrade grade(Map<String, Answer> answers, boolean unknownIsYes) {
    RiskGrade grade = bySum(sum(answers, unknownIsYes));
    for (Question question : questions) {
      if (question.atLeast().isPresent() && counts(answer(answers, question), unknownIsYes)) {
        grade = graver(grade, question.atLeast().get());
      }
    }
    return grade;
  }

  private int sum(Map<String, Answer> answers, boolean unknownIsYes) {
    return questions.stream()
        .filter(question -> counts(answer(answers, question), unknownIsYes))
        .mapToInt(Question::weight)
        .sum();
  }

  private RiskGrade bySum(int sum) {
    RiskGrade reached = RiskGrade.LOW;
    for (Map.Entry<RiskGrade, Integer> bound : new EnumMap<>(bounds).entrySet()) {
      reached = sum >= bound.getValue() ? bound.getKey() : reached;
    }
    return reached;
  }

  private static boolean counts(Answer answer, boolean unknownIsYes) {
    return answer == Answer.YES || (answer == Answer.UNKNOWN && unknownIsYes);
  }

  private static Answer answer(Map<String, Answer> answers, Question question) {
    return answers.getOrDefault(question.id(), Answer.UNKNOWN);
  }

  private static RiskGrade graver(RiskGrade one, RiskGrade other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private void requireKnown(Set<String> answered) {
    Set<String> known = questions.stream().map(Question::id).collect(Collectors.toSet());
    answered.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(
                  "checklist %s has no question \"%s\"".formatted(version, id));
            });
  }
}
