package org.haetae.casework.watch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.watch.RequestFact.Asked;
import org.haetae.casework.watch.RequestFact.Closed;
import org.haetae.casework.watch.RequestFact.Handed;
import org.haetae.casework.watch.RequestFact.PromiseLost;
import org.haetae.casework.watch.RequestFact.Promised;
import org.haetae.casework.watch.RequestFact.Told;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/**
 * A request for a watch as its facts have made it.
 *
 * @param watch the one that is kept for it, or was handed over
 * @param handed when it was
 * @param closed how it ended without a watch
 * @param untold steps that whoever asked hasn't been told of, and since when
 */
public record WatchRequest(
    int number,
    StationId station,
    Instant asked,
    Optional<WatchSerial> watch,
    Optional<Instant> handed,
    Optional<Closed> closed,
    Map<RequestStep, Instant> untold) {
  public WatchRequest {
    untold = Map.copyOf(untold);
  }

  public static WatchRequest asked(Asked fact) {
    return new WatchRequest(
        fact.number(),
        fact.station(),
        fact.at(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(RequestStep.RECEIVED, fact.at()));
  }

  /** Nobody has got a watch by it yet, and somebody still should. */
  public boolean open() {
    return handed.isEmpty() && closed.isEmpty();
  }

  /** Open, and no watch is kept for it. */
  public boolean waits() {
    return open() && watch.isEmpty();
  }

  /** The request after {@code fact}. */
  public WatchRequest after(RequestFact fact) {
    return switch (fact) {
      case Asked _ -> throw refusal("has been asked already");
      case Promised promised -> {
        if (!waits()) {
          throw refusal("doesn't wait for a watch");
        }
        yield new WatchRequest(
            number,
            station,
            asked,
            Optional.of(promised.watch()),
            handed,
            closed,
            totell(RequestStep.PROMISED, fact.at()));
      }
      case PromiseLost _ -> {
        requireOpen();
        yield new WatchRequest(
            number, station, asked, Optional.empty(), handed, closed, promiseLost(fact.at()));
      }
      case Handed given -> {
        requireOpen();
        if (!watch.equals(Optional.of(given.watch()))) {
          throw refusal("was promised another watch");
        }
        yield new WatchRequest(
            number,
            station,
            asked,
            watch,
            Optional.of(given.at()),
            closed,
            totell(RequestStep.HANDED, fact.at()));
      }
      case Told told -> tell(told);
      case Closed end -> {
        requireOpen();
        if (end.reason().isBlank()) {
          throw refusal("can only be closed with a reason");
        }
        yield new WatchRequest(
            number,
            station,
            asked,
            Optional.empty(),
            handed,
            Optional.of(end),
            totell(RequestStep.CLOSED, fact.at()));
      }
    };
  }

  private WatchRequest tell(Told told) {
    if (told.proof().isBlank()) {
      throw refusal("needs a proof that somebody was told");
    }
    if (!untold.containsKey(told.step())) {
      throw refusal("has nothing left to tell of that step");
    }
    Map<RequestStep, Instant> left = new EnumMap<>(untold);
    left.remove(told.step());
    return new WatchRequest(number, station, asked, watch, handed, closed, left);
  }

  /** Of a promise that nobody heard of before it was lost nothing needs to be told. */
  private Map<RequestStep, Instant> promiseLost(Instant at) {
    Map<RequestStep, Instant> left = new EnumMap<>(RequestStep.class);
    left.putAll(untold);
    if (left.remove(RequestStep.PROMISED) == null) {
      left.put(RequestStep.PROMISE_LOST, at);
    }
    return left;
  }

  private Map<RequestStep, Instant> totell(RequestStep step, Instant since) {
    Map<RequestStep, Instant> more = new EnumMap<>(RequestStep.class);
    more.putAll(untold);
    more.put(step, since);
    return more;
  }

  private void requireOpen() {
    if (!open()) {
      throw refusal("is closed");
    }
  }

  private WatchRefusal refusal(String why) {
    return new WatchRefusal("request %d for a watch %s".formatted(number, why));
  }
}
