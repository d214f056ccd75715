package org.haetae.casework.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.WatchSerial;

/**
 * Somebody has called for help by a watch.
 *
 * @param id the same however often the call is heard
 * @param file the case of whoever has the watch by the books, or had it last
 * @param state of the watch by the books: of one that is lost or was given back nobody knows who
 *     presses its button
 * @param pressed by the watch's clock
 * @param battery percent, 0 to 100, where it was said
 * @param position the last that is known
 * @param places of the protected person on this site: the nearest first where the position is known
 * @param metres from the position to the first of them
 */
public record SosCall(
    UUID id,
    CaseId file,
    WatchSerial watch,
    WatchState state,
    Instant pressed,
    Optional<Integer> battery,
    Optional<Fix> position,
    List<PlaceId> places,
    Optional<Double> metres) {
  public SosCall {
    places = List.copyOf(places);
  }
}
