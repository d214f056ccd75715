package org.haetae.pipeline.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How far a device's clock is off. A device whose clock is wrong refuses every password digest of
 * the right time as replayed or from the future.
 *
 * @param ahead of ours; negative when behind
 */
record DeviceClock(Duration ahead) {
  static final DeviceClock RIGHT = new DeviceClock(Duration.ZERO);

  /** From the answer to GetSystemDateAndTime; a nonsensical one counts as right. */
  static DeviceClock of(XmlElement answer, Instant now) {
    Optional<XmlElement> utc = answer.at("SystemDateAndTime", "UTCDateTime");
    if (utc.isEmpty()) {
      return RIGHT;
    }
    XmlElement date = utc.get();
    try {
      Instant there =
          LocalDateTime.of(
                  date.numberAt("Date", "Year"),
                  date.numberAt("Date", "Month"),
                  date.numberAt("Date", "Day"),
                  date.numberAt("Time", "Hour"),
                  date.numberAt("Time", "Minute"),
                  date.numberAt("Time", "Second"))
              .toInstant(ZoneOffset.UTC);
      return new DeviceClock(Duration.between(now, there));
    } catch (DateTimeException e) {
      return RIGHT;
    }
  }

  Instant atDevice(Instant ours) {
    return ours.plus(ahead);
  }
}
