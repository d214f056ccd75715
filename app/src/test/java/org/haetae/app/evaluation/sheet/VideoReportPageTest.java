package org.haetae.app.evaluation.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Conditions;
import org.haetae.app.evaluation.video.Demands;
import org.haetae.app.evaluation.video.MatedSearch;
import org.haetae.app.evaluation.video.MissCause;
import org.haetae.app.evaluation.video.Passage;
import org.haetae.app.evaluation.video.Searches;
import org.haetae.app.evaluation.video.Setting;
import org.haetae.app.evaluation.video.TruthBox;
import org.haetae.app.evaluation.video.VideoEvaluation;
import org.haetae.domain.face.FaceBox;
import org.junit.jupiter.api.Test;

class VideoReportPageTest {
  private static final Setting SETTING =
      new Setting("net@1", new Demands(1e-4, 0.511, 11.5, 3, 24, 10), 2, 50, false);

  private static String page(Searches searches) {
    return VideoReportPage.of(
        VideoEvaluation.of(searches, SETTING, new Bootstrap(1000, 42)), "a<b>");
  }

  @Test
  void nothingMeasuredIsStillAPage() {
    String page = page(Searches.none());
    assertFalse(page.contains("NaN") || page.contains("Infinity"), page);
    assertTrue(page.contains("a&lt;b&gt;"));
  }

  @Test
  void aMissIsShownWithCauseAndNumbers() {
    Passage passage =
        new Passage(
            "c<.mp4",
            "kim",
            10,
            List.of(
                new TruthBox(
                    0,
                    new FaceBox(0, 0, 30, 40),
                    true,
                    OptionalDouble.empty(),
                    OptionalDouble.empty())));
    MatedSearch miss =
        new MatedSearch(
            passage,
            1,
            Double.NEGATIVE_INFINITY,
            OptionalDouble.empty(),
            Optional.of(MissCause.QUALITY),
            false,
            new Conditions(OptionalDouble.of(40), OptionalDouble.empty(), OptionalDouble.empty()),
            List.of());
    String page = page(new Searches(List.of(miss), List.of(), 0));
    for (String words :
        List.of(
            "missed: quality",
            "c&lt;.mp4",
            "0 of 1, 1 person",
            "0.0 % to 97.5 % *",
            "seed 42",
            "N = 10",
            "0.511",
            "net@1",
            "0.01 %",
            "not measured")) {
      assertTrue(page.contains(words), words + " is not in " + page);
    }
    assertFalse(page.contains("NaN") || page.contains("Infinity"), page);
    assertEquals(3, page.split("<svg", -1).length - 1);
  }
}
