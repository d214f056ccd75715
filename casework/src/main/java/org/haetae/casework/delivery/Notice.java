package org.haetae.casework.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;

/** What a channel is asked to tell. Kinds of notices share neither a queue nor a code. */
public sealed interface Notice {

  /** The same at every attempt and on every channel, so that a receiver can tell a repetition. */
  UUID key();

  /** When the notice came to be. */
  Instant at();

  /** The queue that it waits in. */
  Queue queue();

  /** Higher goes first within its queue; 0 to 2. */
  int urgency();

  /** A notice of an incident, which escalates until somebody acknowledges. */
  sealed interface OfIncident extends Notice {
    UUID incident();

    /** The escalation tier that is told, 0 the first. */
    int tier();

    @Override
    default Queue queue() {
      return Queue.THREAT;
    }
  }

  /**
   * A proximity alert, or its escalation.
   *
   * @param tier the escalation tier that is told, 0 the first
   * @param metres from the respondent to the place, 0 or more
   * @param seen capture time of the look that decided
   * @param decided when the evidence was enough
   */
  record Threat(
      UUID key,
      Instant at,
      UUID incident,
      UUID alert,
      int tier,
      Severity severity,
      OrderId order,
      RespondentId respondent,
      PlaceId place,
      CameraId camera,
      double metres,
      Trend trend,
      Instant seen,
      Instant decided)
      implements OfIncident {
    @Override
    public int urgency() {
      return switch (severity) {
        case NOTICE -> 0;
        case WARNING -> 1;
        case DANGER -> 2;
      };
    }
  }

  /** A call for help by a watch, or its escalation. */
  record Sos(UUID key, Instant at, UUID incident, int tier, SosCall call) implements OfIncident {
    @Override
    public int urgency() {
      return 2;
    }
  }

  /**
   * One alarm about the system itself, however many parts it names.
   *
   * @param code what is wrong, for example {@code camera-down}
   * @param parts the parts that are affected
   * @param over whether the trouble has ended
   */
  record Technical(UUID key, Instant at, String code, List<String> parts, boolean over)
      implements Notice {
    public Technical {
      parts = List.copyOf(parts);
    }

    @Override
    public Queue queue() {
      return Queue.TECHNICAL;
    }

    @Override
    public int urgency() {
      return 0;
    }
  }

  /** A synthetic alert. */
  record Canary(UUID key, Instant at) implements Notice {
    @Override
    public Queue queue() {
      return Queue.CANARY;
    }

    @Override
    public int urgency() {
      return 0;
    }
  }
}
