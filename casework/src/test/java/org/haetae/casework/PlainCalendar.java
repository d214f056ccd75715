package org.haetae.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Counts calendar days without any calendar arithmetic but the next day. Stateless. */
public final class PlainCalendar {
  /** One without summer time, and two that change their clocks on different days. */
  public static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Seoul"), ZoneId.of("America/New_York"), ZoneId.of("Europe/Berlin"));

  private PlainCalendar() {}

  /**
   * The same reading of the clock {@code days} later: of two such readings the one under the same
   * offset, or else the earlier; a reading that is skipped as late as if the clock had not changed.
   */
  public static Instant daysLater(Instant from, int days, ZoneId zone) {
    ZonedDateTime start = from.atZone(zone);
    LocalDate day = start.toLocalDate();
    for (int i = 0; i < days; i++) {
      day = day.plusDays(1);
    }
    LocalDateTime reading = day.atTime(start.toLocalTime());
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(reading);
    if (offsets.isEmpty()) {
      return reading.toInstant(zone.getRules().getTransition(reading).getOffsetBefore());
    }
    return reading.toInstant(
        offsets.contains(start.getOffset()) ? start.getOffset() : offsets.getFirst());
  }
}
