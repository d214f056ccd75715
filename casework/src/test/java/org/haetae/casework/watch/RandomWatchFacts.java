package org.haetae.casework.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.haetae.casework.watch.WatchFact.Arrived;
import org.haetae.casework.watch.WatchFact.Found;
import org.haetae.casework.watch.WatchFact.Issued;
import org.haetae.casework.watch.WatchFact.Lost;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.casework.watch.WatchFact.Registered;
import org.haetae.casework.watch.WatchFact.Renewed;
import org.haetae.casework.watch.WatchFact.Repaired;
import org.haetae.casework.watch.WatchFact.Reserved;
import org.haetae.casework.watch.WatchFact.Retired;
import org.haetae.casework.watch.WatchFact.Returned;
import org.haetae.casework.watch.WatchFact.Sent;
import org.haetae.casework.watch.WatchFact.SentToRepair;
import org.haetae.casework.watch.WatchFact.Unreserved;
import org.haetae.casework.watch.WatchFact.WearingChecked;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/** Facts of every kind, many of which can't follow; few requests, so that some fit by chance. */
record RandomWatchFacts(Random random, List<StationId> stations) {
  private static final UserId KIM = new UserId("kim");
  private static final int KINDS = 16;

  WatchFact next(Instant at) {
    return switch (random.nextInt(KINDS)) {
      case 0 -> new Received(at, KIM, station(), words(), "1.0");
      case 1, 2 -> new Reserved(at, KIM, request());
      case 3 -> new Unreserved(at, KIM, words());
      case 4 -> new Sent(at, KIM, station());
      case 5 -> new Arrived(at, KIM);
      case 6, 7 -> new Issued(at, KIM, request(), "card", moment(at));
      case 8 -> new Registered(at, KIM, words());
      case 9 -> new WearingChecked(at, KIM, random.nextBoolean(), words());
      case 10 -> new Renewed(at, KIM, moment(at));
      case 11 -> new Returned(at, KIM, station());
      case 12 -> new Lost(at, KIM, words());
      case 13 -> new Found(at, KIM, station());
      case 14 ->
          random.nextInt(12) == 0
              ? new Retired(at, KIM, words())
              : new SentToRepair(at, KIM, words());
      default -> new Repaired(at, KIM, "1.1");
    };
  }

  private StationId station() {
    return stations.get(random.nextInt(stations.size()));
  }

  private RequestKey request() {
    return new RequestKey(new CaseId("case-" + random.nextInt(2)), 1);
  }

  private Instant moment(Instant at) {
    return at.plus(Duration.ofDays(random.nextInt(-20, 400)));
  }

  private String words() {
    return random.nextInt(8) == 0 ? " " : "words";
  }
}
