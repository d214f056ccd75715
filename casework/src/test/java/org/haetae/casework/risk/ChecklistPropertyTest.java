package org.haetae.casework.risk;

import static org.haetae.casework.risk.Checklists.completed;
import static org.haetae.casework.risk.Checklists.plain;
import static org.haetae.casework.risk.Checklists.plainRange;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.haetae.casework.RandomLives;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;

/** Random checklists and answers against a grading that knows no unknowns. */
class ChecklistPropertyTest {
  private static final Set<Answer> FOUND = EnumSet.of(Answer.YES, Answer.NO);

  /** Each way to find the unknowns out gives a grade of the range; both of its ends are reached. */
  @Test
  void theRangeIsWhatTheUnknownsAllow() {
    RandomLives.play(
        120,
        random -> {
          Checklist list = Checklists.random(random, 1 + random.nextInt(14));
          Map<String, Answer> answers = Checklists.answers(random, list);
          List<Question> open = list.open(answers);
          if (open.size() <= 10) {
            Set<RiskGrade> reached = EnumSet.noneOf(RiskGrade.class);
            for (int ways = 0; ways < 1 << open.size(); ways++) {
              reached.add(plain(list, found(list, answers, open, ways)));
            }
            GradeRange range = list.grade(answers);
            assertEquals(List.copyOf(reached).getFirst(), range.lowest(), list + " " + answers);
            assertEquals(List.copyOf(reached).getLast(), range.highest(), list + " " + answers);
          }
        });
  }

  private static Map<String, Answer> found(
      Checklist list, Map<String, Answer> answers, List<Question> open, int ways) {
    Map<String, Answer> all = completed(list, answers, Answer.NO);
    for (int i = 0; i < open.size(); i++) {
      all.put(open.get(i).id(), (ways >> i & 1) == 1 ? Answer.YES : Answer.NO);
    }
    return all;
  }

  @Test
  void aYesInsteadOfANoOrAnUnknownLowersNeitherEnd() {
    RandomLives.play(
        700,
        random -> {
          Checklist list = Checklists.random(random, 1 + random.nextInt(25));
          Map<String, Answer> answers = Checklists.answers(random, list);
          GradeRange before = list.grade(answers);
          for (Question question : list.questions()) {
            Map<String, Answer> worse = new HashMap<>(answers);
            worse.put(question.id(), Answer.YES);
            GradeRange after = list.grade(worse);
            assertTrue(after.lowest().compareTo(before.lowest()) >= 0, list + " " + answers);
            assertTrue(after.highest().compareTo(before.highest()) >= 0, list + " " + answers);
            assertTrue(list.sum(worse) >= list.sum(answers));
          }
        });
  }

  @Test
  void noQuestionNarrowsMoreThanTheOneThatIsAskedNext() {
    RandomLives.play(400, random -> askedNext(random, Checklists.random(random, 8)));
  }

  private static void askedNext(Random random, Checklist list) {
    Map<String, Answer> answers = Checklists.answers(random, list);
    Optional<Question> next = list.askNext(answers);
    assertEquals(plainRange(list, answers).certain(), next.isEmpty());
    if (next.isEmpty()) {
      return;
    }
    ToIntFunction<Question> left = question -> left(list, answers, question);
    Question asked = next.get();
    assertTrue(list.open(answers).contains(asked), "it is open");
    for (Question other : list.open(answers)) {
      boolean narrows = left.applyAsInt(other) < left.applyAsInt(asked);
      boolean weighs =
          left.applyAsInt(other) == left.applyAsInt(asked) && other.weight() > asked.weight();
      assertTrue(!narrows && !weighs, () -> other + " before " + asked + " in " + list + answers);
    }
  }

  /** How many grades stay possible, after the yes and after the no together. */
  private static int left(Checklist list, Map<String, Answer> answers, Question question) {
    int left = 0;
    for (Answer answer : FOUND) {
      Map<String, Answer> then = new HashMap<>(answers);
      then.put(question.id(), answer);
      GradeRange range = plainRange(list, then);
      left += EnumSet.range(range.lowest(), range.highest()).size();
    }
    return left;
  }
}
