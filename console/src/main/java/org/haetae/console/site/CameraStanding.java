package org.haetae.console.site;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;

/**
 * How a camera stands now.
 *
 * @param place that it guards
 * @param reason one plain clause; empty where it is live
 * @param since when the state began
 * @param fit whether it can recognise anybody; empty where nobody judges that
 */
public record CameraStanding(
    CameraId id,
    PlaceId place,
    CameraState state,
    String reason,
    Instant since,
    Optional<CameraFitness> fit) {

  public boolean live() {
    return state == CameraState.LIVE;
  }

  /** Whether nobody may rely on it: it isn't live, or can't recognise anybody. */
  public boolean gap() {
    return !live()
        || fit.filter(judged -> judged.verdict() == CameraFitness.Verdict.CANNOT_RECOGNISE)
            .isPresent();
  }
}
