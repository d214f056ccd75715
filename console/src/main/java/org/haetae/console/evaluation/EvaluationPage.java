package org.haetae.console.evaluation;

import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.review.ThresholdReview;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.site.Measurement;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.ProximityAlert;

/** What people's verdicts on alerts say about the threshold. Nothing changes it by itself. */
public final class EvaluationPage {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);

  private final Visits visits;
  private final Desks.Live live;

  public EvaluationPage(Visits visits, Desks desks) {
    this.visits = visits;
    this.live = desks.live();
  }

  /**
   * What the page shows.
   *
   * @param newest the thresholds and the error rate of the newest alert in memory
   * @param falseAlarms incidents of the last thirty days that people found to be none
   * @param photographs what the recogniser's errors on photographs are
   * @param recordings what the whole pipeline's errors on recordings are
   */
  public record Shown(
      ThresholdReview review,
      Optional<Evidence> newest,
      int falseAlarms,
      Measurement<PhotographErrors> photographs,
      Measurement<RecordingErrors> recordings) {

    public Optional<DetView> det() {
      return photographs.known().map(DetView::new);
    }

    /** False alarms a day over the last thirty. */
    public double aDay() {
      return (double) falseAlarms / LOOKED_BACK.toDays();
    }

    /** Alerts of another person or of no living face, of all that were judged; a share. */
    public double mistaken() {
      int judged = review.alerts();
      return judged == 0 ? 0 : (double) (judged - review.respondents()) / judged;
    }

    public List<ThresholdReview.Step> steps() {
      return review.steps();
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/evaluation", visits.of(Section.EVALUATION, this::show));
  }

  private void show(Visit visit) {
    Optional<Evidence> newest =
        live.alerts().newest().stream()
            .findFirst()
            .map((ProximityAlert alert) -> alert.sighting().evidence());
    visit.show(
        "evaluation.jte",
        new Shown(
            live.incidents().review(),
            newest,
            live.incidents().falseAlarms(visit.now().minus(LOOKED_BACK)),
            live.site().photographs(),
            live.site().recordings()));
  }
}
