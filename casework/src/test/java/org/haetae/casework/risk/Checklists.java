package org.haetae.casework.risk;

import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.haetae.domain.order.RiskGrade;

/** Checklists for tests, and their grading written down once more, by hand. Stateless. */
final class Checklists {
  static final ReviewRule KOREA = ChecklistReader.shipped().review();

  private Checklists() {}

  /** Four questions whose weights are the bounds, and one whose yes alone is a high grade. */
  static Checklist small(String version) {
    return new Checklist(
        new ChecklistVersion("small", version),
        List.of(
            question("moderate", 5, Optional.empty()),
            question("elevated", 11, Optional.empty()),
            question("high", 19, Optional.empty()),
            question("extreme", 29, Optional.empty()),
            question("knife", 1, Optional.of(RiskGrade.HIGH))),
        bounds(5, 11, 19, 29),
        Map.of(),
        KOREA);
  }

  static Checklist of(Map<RiskGrade, Integer> bounds, Question... questions) {
    return new Checklist(
        new ChecklistVersion("test", "1"),
        List.of(questions),
        bounds,
        Map.of(),
        new ReviewRule(ZoneId.of("Asia/Seoul"), everyGrade(Period.ofDays(7))));
  }

  static Question question(String id, int weight, Optional<RiskGrade> atLeast) {
    return new Question(id, Question.About.RESPONDENT, weight, atLeast, id, id);
  }

  static Map<RiskGrade, Integer> bounds(int moderate, int elevated, int high, int extreme) {
    return Map.of(
        RiskGrade.MODERATE,
        moderate,
        RiskGrade.ELEVATED,
        elevated,
        RiskGrade.HIGH,
        high,
        RiskGrade.EXTREME,
        extreme);
  }

  static <T> Map<RiskGrade, T> everyGrade(T value) {
    Map<RiskGrade, T> all = new EnumMap<>(RiskGrade.class);
    for (RiskGrade grade : RiskGrade.values()) {
      all.put(grade, value);
    }
    return all;
  }

  static Checklist random(Random random, int questions) {
    List<Question> all = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      Optional<RiskGrade> atLeast =
          random.nextInt(5) == 0 ? Optional.of(grade(random)) : Optional.empty();
      all.add(question("q" + i, 1 + random.nextInt(6), atLeast));
    }
    int moderate = 1 + random.nextInt(6);
    int elevated = moderate + 1 + random.nextInt(6);
    int high = elevated + 1 + random.nextInt(6);
    return of(
        bounds(moderate, elevated, high, high + 1 + random.nextInt(6)),
        all.toArray(Question[]::new));
  }

  /** Answers to some of the questions; what is left out is unknown too. */
  static Map<String, Answer> answers(Random random, Checklist list) {
    Map<String, Answer> all = new HashMap<>();
    for (Question question : list.questions()) {
      switch (random.nextInt(4)) {
        case 0 -> all.put(question.id(), Answer.YES);
        case 1 -> all.put(question.id(), Answer.NO);
        case 2 -> all.put(question.id(), Answer.UNKNOWN);
        default -> {}
      }
    }
    return all;
  }

  static RiskGrade grade(Random random) {
    return List.of(RiskGrade.values()).get(random.nextInt(5));
  }

  /** The answers, each unknown made {@code found}. */
  static Map<String, Answer> completed(Checklist list, Map<String, Answer> answers, Answer found) {
    Map<String, Answer> all = new HashMap<>();
    for (Question question : list.questions()) {
      Answer given = answers.getOrDefault(question.id(), Answer.UNKNOWN);
      all.put(question.id(), given == Answer.UNKNOWN ? found : given);
    }
    return all;
  }

  /** The grade of answers that leave nothing unknown. */
  static RiskGrade plain(Checklist list, Map<String, Answer> answers) {
    int sum = 0;
    RiskGrade grade = RiskGrade.LOW;
    for (Question question : list.questions()) {
      if (answers.get(question.id()) == Answer.YES) {
        sum += question.weight();
        RiskGrade least = question.atLeast().orElse(RiskGrade.LOW);
        grade = least.compareTo(grade) > 0 ? least : grade;
      }
    }
    for (RiskGrade reached : RiskGrade.values()) {
      boolean enough = sum >= list.bounds().getOrDefault(reached, 0);
      grade = enough && reached.compareTo(grade) > 0 ? reached : grade;
    }
    return grade;
  }

  /** What {@link #plain} says if all unknowns are no, and if all are yes. */
  static GradeRange plainRange(Checklist list, Map<String, Answer> answers) {
    return new GradeRange(
        plain(list, completed(list, answers, Answer.NO)),
        plain(list, completed(list, answers, Answer.YES)));
  }
}
