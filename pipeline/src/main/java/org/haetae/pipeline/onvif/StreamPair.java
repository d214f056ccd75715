package org.haetae.pipeline.onvif;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a camera's streams to use for what.
 *
 * @param main the largest, for the best picture of a face
 * @param sub a smaller one for motion and detection, where one is offered
 */
public record StreamPair(StreamOffer main, Optional<StreamOffer> sub) {
  /** The detector's own width; below it faces are lost that the main stream would show. */
  private static final int NARROWEST_SUB = 640;

  /** Chooses; empty where nothing is offered. */
  public static Optional<StreamPair> choose(List<StreamOffer> offers) {
    return offers.stream()
        .max(Comparator.comparingLong(StreamOffer::pixels))
        .map(main -> new StreamPair(main, smaller(offers, main)));
  }

  private static Optional<StreamOffer> smaller(List<StreamOffer> offers, StreamOffer main) {
    return offers.stream()
        .filter(offer -> offer.width() >= NARROWEST_SUB && offer.pixels() < main.pixels())
        .min(Comparator.comparingLong(StreamOffer::pixels));
  }
}
