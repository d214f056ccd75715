package org.haetae.app.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run: carries out the plan step by step and gives everything that it sees to the judges. One
 * thread.
 */
final class Soak {
  /** An idle camera gives a key frame every four seconds. */
  static final double LONGEST_LIVE_AGE = 6;

  private static final Duration SETTLING = Duration.ofSeconds(12);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final SimulatedSite simulated;
  private final SiteFolder folder;
  private final HaetaeProcess haetae;
  private final FaultPlan plan;
  private final Instant start;
  private final Usage usage;
  private final Recoveries recoveries = new Recoveries();
  private final Approaches approaches = new Approaches();
  private final HealthWatch health = new HealthWatch();
  private final Deque<PlannedTrouble> coming;
  private final List<PlannedTrouble> underWay = new ArrayList<>();
  private final Map<String, Instant> away = new HashMap<>();
  private final Set<String> kicked = new HashSet<>();
  private final Set<String> seenAlerts = new HashSet<>();
  private final Deque<FaultPlan.Quiet> quiets;
  private boolean quiet;
  private long step;
  private Scrape scrape = new Scrape(Map.of());

  /**
   * @param start of the plan; every camera is live
   */
  Soak(
      SimulatedSite simulated,
      SiteFolder folder,
      HaetaeProcess haetae,
      FaultPlan plan,
      Instant start,
      Usage usage) {
    this.simulated = simulated;
    this.folder = folder;
    this.haetae = haetae;
    this.plan = plan;
    this.start = start;
    this.usage = usage;
    coming = new ArrayDeque<>(plan.troubles());
    quiets = new ArrayDeque<>(plan.quiets());
  }

  /** Looks, ends what is over and begins what is due; to be called four times a second. */
  void step(Instant now) throws IOException, InterruptedException {
    scrape = Scrape.of(haetae.metrics());
    Instant seen = Instant.now();
    for (String camera : recoveries.look(scrape, seen)) {
      Instant since = away.remove(camera);
      if (since != null) {
        approaches.away(camera, since, seen);
        haetae.note(camera + " is back");
      }
    }
    health.look(folder.site().names(), scrape);
    for (String camera : kicked) {
      simulated.camera(camera).board().stop(Fault.Reset.class);
    }
    kicked.clear();
    Duration elapsed = Duration.between(start, now);
    endTroubles(elapsed);
    beginTroubles(elapsed, now);
    if (step % 4 == 0) {
      count(elapsed);
    }
    if (step % 8 == 0) {
      readPage();
    }
    step++;
  }

  private void endTroubles(Duration elapsed) throws IOException {
    for (PlannedTrouble over :
        underWay.stream().filter(t -> t.end().compareTo(elapsed) <= 0).toList()) {
      underWay.remove(over);
      simulated.clear(over.camera());
      if (over.trouble() instanceof Trouble.WrongFile) {
        folder.savePassword(over.camera(), true);
      }
      recoveries.ended(over.camera(), over.trouble(), Instant.now(), scrape);
      haetae.note("%s: %s is over".formatted(over.camera(), over.trouble()));
    }
  }

  private void beginTroubles(Duration elapsed, Instant now) throws IOException {
    while (!coming.isEmpty() && coming.getFirst().from().compareTo(elapsed) <= 0) {
      PlannedTrouble due = coming.removeFirst();
      recoveries.begins(due.camera(), now);
      away.putIfAbsent(due.camera(), now);
      underWay.add(due);
      haetae.note("%s: %s".formatted(due.camera(), due.trouble()));
      switch (due.trouble()) {
        case Trouble.OfCamera(Fault fault) -> simulated.start(due.camera(), fault);
        case Trouble.WrongFile _ -> folder.savePassword(due.camera(), false);
      }
      if (due.trouble().concernsNewConnectionsOnly()) {
        simulated.start(due.camera(), new Fault.Reset());
        kicked.add(due.camera());
      }
    }
  }

  private void count(Duration elapsed) throws IOException {
    FaultPlan.Quiet next = quiets.peekFirst();
    boolean settled = next != null && elapsed.compareTo(next.from().plus(SETTLING)) >= 0;
    if (settled && !(quiet && allLive())) {
      usage.beginQuiet(); // a camera that is opened again just now has no connection to count
      quiet = true;
    }
    usage.add(elapsed, Figures.of(haetae.pid()));
    if (next != null && elapsed.compareTo(next.until().minusSeconds(1)) >= 0) {
      usage.endQuiet();
      quiets.removeFirst();
      quiet = false;
    }
  }

  /** What somebody's open page would fetch, and the pictures of one camera after the other. */
  private void readPage() throws IOException, InterruptedException {
    for (JsonNode alert : MAPPER.readTree(haetae.get("/api/alerts"))) {
      if (seenAlerts.add(alert.get("id").asString())) {
        haetae.note("alert " + alert);
        approaches.alerted(
            alert.get("camera").asString(),
            alert.get("respondent").asString(),
            Instant.parse(alert.get("decided").asString())
                .minusMillis(alert.get("latencyMs").asLong()));
      }
    }
    haetae.get("/api/site");
    List<String> names = folder.site().names();
    haetae.get("/cameras/" + names.get((int) (step / 8 % names.size())) + ".jpg");
  }

  /** How it stands, in a line. */
  String progress(Instant now) {
    long live = folder.site().names().stream().filter(this::live).count();
    return "%4d s: %d of %d live, under way %s; %.1f MB, %d threads, %d sockets, %d alerts"
        .formatted(
            Duration.between(start, now).toSeconds(),
            live,
            folder.site().names().size(),
            underWay.stream().map(t -> t.camera() + ":" + t.trouble().kind()).toList(),
            usage.last().residentMb(),
            usage.last().threads(),
            usage.last().sockets(),
            seenAlerts.size());
  }

  private boolean allLive() {
    return folder.site().names().stream().allMatch(this::live);
  }

  private boolean live(String camera) {
    return scrape.age(camera) <= LONGEST_LIVE_AGE;
  }

  /** Whether the plan is carried out. */
  boolean done(Instant now) {
    return quiets.isEmpty() && !now.isBefore(start.plus(plan.quiets().getLast().until()));
  }

  Recoveries recoveries() {
    return recoveries;
  }

  /** Cameras that are not back from a trouble count as away until now. */
  Approaches approaches(Instant now) {
    away.forEach((camera, since) -> approaches.away(camera, since, now));
    away.clear();
    return approaches;
  }

  /** To tell the script before the first step. */
  Approaches script() {
    return approaches;
  }

  HealthWatch health() {
    return health;
  }
}
