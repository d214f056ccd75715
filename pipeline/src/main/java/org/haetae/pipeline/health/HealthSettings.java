package org.haetae.pipeline.health;

import java.time.Duration;

/**
 * When a camera counts as unwell. The defaults were measured (ADR 0009) and keep every fault's
 * alert within ten seconds, even where pictures are decoded only every four seconds.
 *
 * @param noPacket longest time without a packet
 * @param noPicture longest time with packets but without a picture that can be decoded; longer than
 *     two key frames lie apart
 * @param frozen how long pictures must be the same
 * @param black how long they must be dark or even
 * @param blurred how long they must be out of focus
 * @param moved how long they must show another scene
 * @param darkest luminance, 0 to 255, that the brightest hundredth of a seeing camera's picture
 *     reaches
 * @param evenest step of luminance over a 160th of the width, 0 to 255, that the steepest hundredth
 *     of a seeing camera's picture reaches
 * @param sharpest share of its usual sharpness, 0 to 1, below which a camera is out of focus
 * @param sharpFloor sharpness, 0 to 1, below which any camera is out of focus
 * @param sameScene correlation with the reference, −1 to 1, below which a camera was moved
 * @param sceneMemory how long the reference takes to follow a lasting change by two thirds
 * @param clockWrong clock error from which on the clock is wrong
 * @param clockRight clock error below which it is right again
 * @param firstGrace how long a camera that never was live may take before it is an alert
 * @param grace how long any other may be unwell before it is an alert, counted from when that began
 * @param recovery how long it must be live before its alert ends
 */
public record HealthSettings(
    Duration noPacket,
    Duration noPicture,
    Duration frozen,
    Duration black,
    Duration blurred,
    Duration moved,
    double darkest,
    double evenest,
    double sharpest,
    double sharpFloor,
    double sameScene,
    Duration sceneMemory,
    Duration clockWrong,
    Duration clockRight,
    Duration firstGrace,
    Duration grace,
    Duration recovery) {

  /** The measured defaults. */
  public static HealthSettings defaults() {
    return new HealthSettings(
        Duration.ofSeconds(3),
        Duration.ofSeconds(8),
        Duration.ofSeconds(4),
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        Duration.ofSeconds(4),
        24,
        8,
        0.35,
        0.2,
        0.25,
        Duration.ofMinutes(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofSeconds(8),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2));
  }
}
