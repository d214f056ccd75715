package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.haetae.app.evaluation.video.MatedSearch.LookResult;
import org.junit.jupiter.api.Test;

class VideoEvaluationTest {
  private static final long SEED = 5;
  private static final Setting SETTING = new Setting("model", Scenes.DEMANDS, 1, 1, false);

  /** Searches whose margins are drawn; who has a margin of 0 or more is alerted. */
  static Searches drawn(int people, Random random) {
    List<MatedSearch> mated = new ArrayList<>();
    List<NonMatedSearch> nonMated = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      double margin = 2 + 2 * random.nextGaussian();
      float height = 20 + random.nextInt(80);
      Passage passage = Scenes.passage("p" + p, 100, height);
      Conditions conditions = Conditions.of(passage, List.of());
      mated.add(
          new MatedSearch(
              passage,
              1,
              margin,
              margin >= 0 ? OptionalDouble.of(1 + margin) : OptionalDouble.empty(),
              margin >= 0 ? Optional.empty() : Optional.of(MissCause.SCORE),
              false,
              conditions,
              List.of(new LookResult(conditions, margin / 10))));
      double wrong = -2 + random.nextGaussian();
      nonMated.add(new NonMatedSearch("p" + p, wrong, 4, wrong >= 0, conditions));
    }
    return new Searches(mated, nonMated, 0);
  }

  private static VideoEvaluation evaluation() {
    return VideoEvaluation.of(drawn(60, new Random(SEED)), SETTING, Scenes.BOOTSTRAP);
  }

  @Test
  void whereTheTargetStandsTheTradeoffSaysWhatTheRatesSay() {
    VideoEvaluation evaluation = evaluation();
    Tradeoff.Point here =
        evaluation.tradeoff().points().stream()
            .filter(point -> point.margin() == 0)
            .findFirst()
            .orElseThrow();
    assertEquals(evaluation.identified().hits(), 60 - here.missed().hits(), "seed " + SEED);
    assertEquals(evaluation.falselyIdentified(), here.falselyIdentified(), "seed " + SEED);
  }

  @Test
  void aStricterTargetMissesMoreAndNamesFewer() {
    List<Tradeoff.Point> points = evaluation().tradeoff().points();
    for (int i = 1; i < points.size(); i++) {
      assertTrue(points.get(i).missed().hits() >= points.get(i - 1).missed().hits());
      assertTrue(
          points.get(i).falselyIdentified().hits() <= points.get(i - 1).falselyIdentified().hits());
    }
    assertTrue(points.size() > 20 && points.size() < 400, points.size() + " points");
  }

  @Test
  void everyMissHasOneCauseAndEveryBandItsShare() {
    VideoEvaluation evaluation = evaluation();
    int missed = evaluation.misses().values().stream().mapToInt(count -> count).sum();
    assertEquals(60, missed + evaluation.identified().hits());
    assertEquals(MissCause.values().length, evaluation.misses().size());
    for (Breakdown breakdown : evaluation.breakdowns()) {
      assertEquals(60, breakdown.rows().stream().mapToInt(row -> row.identified().trials()).sum());
      assertEquals(60, breakdown.rows().stream().mapToInt(row -> row.alike().trials()).sum());
    }
  }

  @Test
  void delaysCountOnlyWhoHadThatStartAndWasAlerted() {
    VideoEvaluation evaluation = evaluation();
    Delays appeared = evaluation.sinceAppeared();
    Delays telling = evaluation.sinceTelling();
    assertEquals(60, appeared.passages());
    assertEquals(evaluation.identified().hits(), appeared.seconds().size());
    assertTrue(telling.passages() < 60, "some faces were smaller, seed " + SEED);
    Interval interval = appeared.interval().orElseThrow();
    assertTrue(
        interval.low() <= appeared.median().orElseThrow()
            && appeared.median().orElseThrow() <= interval.high());
  }

  @Test
  void bandsBeginAtTheirLimits() {
    assertEquals("24–47 px", Bands.height().of(height(24)));
    assertEquals("24–47 px", Bands.height().of(height(47.9)));
    assertEquals("48–79 px", Bands.height().of(height(48)));
    assertEquals("never facing", Bands.height().of(height(0)));
    assertEquals(Bands.UNKNOWN, Bands.yaw().of(height(30)));
  }

  private static Conditions height(double pixels) {
    return new Conditions(
        OptionalDouble.of(pixels), OptionalDouble.empty(), OptionalDouble.empty());
  }

  @Test
  void conditionsTakeTheTruthsYawWhereItIsKnown() {
    TruthBox box = Scenes.truth(0, 100, 60, true);
    ObservedTrack track = Scenes.track(1, Scenes.faces(100, 60, 0, 3), List.of());
    Passage silent = new Passage("c", "a", 10, List.of(box));
    Passage told =
        new Passage(
            "c",
            "a",
            10,
            List.of(
                new TruthBox(0, box.box(), true, OptionalDouble.of(-40), OptionalDouble.of(80))));
    assertEquals(OptionalDouble.of(10), Conditions.of(silent, List.of(track)).yaw());
    assertEquals(OptionalDouble.of(40), Conditions.of(told, List.of(track)).yaw());
    assertEquals(OptionalDouble.of(80), Conditions.of(told, List.of(track)).light());
  }
}
