package org.haetae.casework.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;

/**
 * Knows of each gateway whether it still brings anything. One that has lost its connection is an
 * alarm after a while, and one that is silent while somebody has a watch. Safe for many threads.
 */
public final class GatewayWatch {
  /** A connection that is made again at once is no fault. */
  static final Duration HICCUP = Duration.ofSeconds(30);

  private final Set<String> gateways;
  private final Duration silence;
  private final BooleanSupplier expected;
  private final AlarmDesk alarms;
  private final InstantSource clock;
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Map<String, Instant> lost = new ConcurrentHashMap<>();

  /**
   * @param gateways by name
   * @param silence after which one that brings nothing is an alarm
   * @param expected whether there is a watch that should say something
   */
  public GatewayWatch(
      Set<String> gateways,
      Duration silence,
      BooleanSupplier expected,
      AlarmDesk alarms,
      InstantSource clock) {
    this.gateways = Set.copyOf(gateways);
    this.silence = silence;
    this.expected = expected;
    this.alarms = alarms;
    this.clock = clock;
    gateways.forEach(this::heard);
  }

  /** A gateway has brought something, whatever it was. */
  public void heard(String gateway) {
    heard.put(gateway, clock.instant());
  }

  /** A gateway's connection stands, or is lost. */
  public void connected(String gateway, boolean stands) {
    if (stands) {
      lost.remove(gateway);
    } else {
      lost.putIfAbsent(gateway, clock.instant());
    }
  }

  /** To be called every few seconds. */
  public void look() {
    Instant now = clock.instant();
    boolean wanted = expected.getAsBoolean();
    for (String gateway : gateways) {
      Instant away = lost.get(gateway);
      Instant last = heard.getOrDefault(gateway, now);
      if (!wanted) {
        // Silence counts from the moment at which somebody has a watch.
        heard(gateway);
      }
      if (away != null && !now.isBefore(away.plus(HICCUP))) {
        alarms.raise(AlarmCode.WATCH_GATEWAY_FAILING, gateway, "not connected");
      } else if (wanted && !now.isBefore(last.plus(silence))) {
        alarms.raise(AlarmCode.WATCH_GATEWAY_FAILING, gateway, "silent");
      } else {
        alarms.clear(AlarmCode.WATCH_GATEWAY_FAILING, gateway);
      }
    }
  }
}
