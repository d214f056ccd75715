package org.haetae.console.camera;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haetae.casework.delivery.Notice;
import org.haetae.domain.id.CameraId;

/**
 * At which hours of the day respondents were recognised, camera by camera: where and when somebody
 * should look closer. It names nobody. Pure.
 */
public final class ApproachHeat {
  public static final int HOURS = 24;

  private final Map<CameraId, int[]> counts = new HashMap<>();
  private int busiest;

  private ApproachHeat() {}

  /**
   * @param zone by whose clocks an hour is meant
   */
  public static ApproachHeat of(List<Notice.Threat> alerts, ZoneId zone) {
    ApproachHeat heat = new ApproachHeat();
    for (Notice.Threat alert : alerts) {
      heat.add(alert.camera(), alert.seen(), zone);
    }
    return heat;
  }

  private void add(CameraId camera, Instant seen, ZoneId zone) {
    int[] hours = counts.computeIfAbsent(camera, _ -> new int[HOURS]);
    busiest = Math.max(busiest, ++hours[seen.atZone(zone).getHour()]);
  }

  /** Alerts of a camera in an hour of the day, 0 to 23. */
  public int at(CameraId camera, int hour) {
    int[] hours = counts.get(camera);
    return hours == null ? 0 : hours[hour];
  }

  /** All alerts of a camera. */
  public int total(CameraId camera) {
    int sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += at(camera, hour);
    }
    return sum;
  }

  /** How dark an hour is drawn: 0 nothing, then 1 to 4 in quarters of the busiest hour of all. */
  public int shade(CameraId camera, int hour) {
    int here = at(camera, hour);
    return here == 0 ? 0 : Math.max(1, (int) Math.ceil(4.0 * here / busiest));
  }
}
