package org.haetae.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.haetae.casework.gateway.Heard;

/** What gateways bring from watches, by gateway and what became of it. */
public final class WatchMeters {
  /** All that a site may have. */
  private static final List<String> GATEWAYS = List.of("http", "mqtt");

  private static final String FAILED = "failed";

  private final MeterRegistry registry;

  public WatchMeters(MeterRegistry registry) {
    this.registry = registry;
    for (String gateway : GATEWAYS) {
      for (String outcome :
          List.of("heartbeat", "sos", "unheld-sos", "unknown-watch", "refused", FAILED)) {
        var _ = counter(gateway, outcome);
      }
    }
  }

  /** A gateway's message was taken in. */
  public void heard(String gateway, Heard heard) {
    String outcome =
        switch (heard) {
          case Heard.Heartbeat _ -> "heartbeat";
          case Heard.Sos _ -> "sos";
          case Heard.UnheldSos _ -> "unheld-sos";
          case Heard.UnknownWatch _ -> "unknown-watch";
          case Heard.Refused _ -> "refused";
        };
    counter(gateway, outcome).increment();
  }

  /** A gateway's message could not be kept; it comes again. */
  public void failed(String gateway) {
    counter(gateway, FAILED).increment();
  }

  private Counter counter(String gateway, String outcome) {
    return Counter.builder("haetae.watch.signals")
        .description("Messages of watches, by gateway and what became of them")
        .tag("gateway", gateway)
        .tag("outcome", outcome)
        .register(registry);
  }
}
