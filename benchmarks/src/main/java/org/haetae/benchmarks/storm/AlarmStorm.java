package org.haetae.benchmarks.storm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.delivery.Courier;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryListener;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.RetryRule;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.http.WebhookAddress;
import org.haetae.casework.delivery.http.WebhookChannel;
import org.haetae.casework.delivery.http.WebhookSignature;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;

/** Prints how long a threat takes to its webhook in calm and in a storm of technical alarms. */
public final class AlarmStorm {
  private static final String STATION = "station";
  private static final Duration BETWEEN_THREATS = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private AlarmStorm() {}

  /**
   * @param arguments cameras, alarms a second, seconds
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("usage: AlarmStorm CAMERAS ALARMS_A_SECOND SECONDS");
      System.exit(2);
    }
    int cameras = Integer.parseInt(arguments[0]);
    int rate = Integer.parseInt(arguments[1]);
    Duration time = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    System.out.printf(
        "from alert to webhook, ms; a threat each %s ms%n", BETWEEN_THREATS.toMillis());
    System.out.printf(
        "%-24s %8s %8s %8s %8s %10s%n", "", "threats", "median", "p99", "most", "technical");
    measure("warming up", cameras, 0, Duration.ofSeconds(10));
    measure("calm", cameras, 0, time);
    measure(rate + " alarms a second", cameras, rate, time);
  }

  private static void measure(String what, int cameras, int rate, Duration time)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("storm");
    InstantSource system = InstantSource.system();
    ForwardClock clock = new ForwardClock(system, System::nanoTime, Instant.EPOCH);
    List<Courier> couriers = new ArrayList<>();
    Runnable wake = () -> couriers.forEach(Courier::wake);
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("patrol", Duration.ZERO, List.of(STATION))), Duration.ofHours(1));
    try (Receiver receiver = new Receiver();
        Store store = Store.open(new Database.Sqlite(folder.resolve("storm.db")));
        WebhookChannel channel = channel(receiver, system)) {
      IncidentDesk desk = new IncidentDesk(store, plan, DispatchRule.onePerson(), clock, wake);
      AlarmDesk alarms = new AlarmDesk(store, List.of(STATION), clock, wake);
      StoredOutbox outbox = new StoredOutbox(store);
      for (Queue queue : Queue.values()) {
        couriers.add(
            new Courier(channel, queue, outbox, RetryRule.defaults(), clock, new Silent()));
      }
      couriers.forEach(Courier::start);
      Map<String, Long> sent;
      try (AlertIntake intake = new AlertIntake(desk::take, AlarmStorm::refused);
          ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor()) {
        intake.start();
        var _ = telling.scheduleWithFixedDelay(alarms::tell, 0, 500, TimeUnit.MILLISECONDS);
        Thread storm = Thread.ofPlatform().start(() -> storm(alarms, cameras, rate, time));
        sent = threats(intake, time);
        storm.join();
        await(receiver, sent);
        telling.shutdownNow();
      }
      couriers.forEach(Courier::close);
      print(what, sent, receiver.arrivals());
    } finally {
      remove(folder);
    }
  }

  private static WebhookChannel channel(Receiver receiver, InstantSource clock) {
    WebhookSignature signature =
        new WebhookSignature("a key for the storm".getBytes(StandardCharsets.UTF_8));
    return new WebhookChannel(
        STATION,
        new HttpSender(
            new WebhookAddress(receiver.address(), true), signature, Duration.ofSeconds(5), clock));
  }

  /** Cameras that fail and come back without end. */
  private static void storm(AlarmDesk alarms, int cameras, int rate, Duration time) {
    Random random = new Random(7);
    long begin = System.nanoTime();
    long all = rate * time.toSeconds();
    for (long i = 0; i < all; i++) {
      String camera = "camera-" + random.nextInt(cameras);
      if (random.nextBoolean()) {
        alarms.raise(AlarmCode.CAMERA_BLIND, camera, "no picture");
      } else {
        alarms.clear(AlarmCode.CAMERA_BLIND, camera);
      }
      long due = begin + i * 1_000_000_000L / rate;
      if (due > System.nanoTime()) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  private static Map<String, Long> threats(AlertIntake intake, Duration time)
      throws InterruptedException {
    Map<String, Long> sent = new HashMap<>();
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      ProximityAlert alert = alert("order-" + i % 20);
      sent.put(alert.id().toString(), System.nanoTime());
      intake.accept(alert);
      Thread.sleep(BETWEEN_THREATS);
    }
    return sent;
  }

  private static void await(Receiver receiver, Map<String, Long> sent) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!receiver.arrivals().keySet().containsAll(sent.keySet()) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  private static void print(String what, Map<String, Long> sent, Map<String, Long> arrivals) {
    List<Double> millis = new ArrayList<>();
    sent.forEach(
        (key, at) -> {
          Long arrived = arrivals.get(key);
          if (arrived != null) {
            millis.add((arrived - at) / 1e6);
          }
        });
    if (millis.size() < sent.size()) {
      throw new IllegalStateException(sent.size() - millis.size() + " threats never arrived");
    }
    millis.sort(Comparator.naturalOrder());
    System.out.printf(
        "%-24s %8d %8.1f %8.1f %8.1f %10d%n",
        what,
        millis.size(),
        millis.get(millis.size() / 2),
        millis.get((int) Math.ceil(millis.size() * 0.99) - 1),
        millis.getLast(),
        arrivals.size() - sent.size());
  }

  private static ProximityAlert alert(String order) {
    Instant now = Instant.now();
    Sighting sighting =
        new Sighting(
            new CameraId("home-door"),
            7,
            new RespondentId("respondent-invented"),
            new Evidence(4, Duration.ofMillis(300), 0.7, 0.4, 12, 9, 1e-4, 3, Optional.empty()),
            now.minusMillis(800),
            now.minusMillis(200),
            new FaceBox(10, 10, 90, 110),
            1280,
            0.1,
            new FaceCrop(new byte[3]),
            List.of());
    return new ProximityAlert(
        UUID.randomUUID(),
        new OrderId(order),
        new PlaceId("home"),
        sighting,
        new Proximity(12.5, 2, 6),
        Trend.APPROACHING,
        Severity.DANGER,
        now);
  }

  private static void refused(RuntimeException why) {
    throw new IllegalStateException("the store refused alerts", why);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** What fails is not silent: a threat that never arrives ends the benchmark. */
  private static final class Silent implements DeliveryListener {
    @Override
    public void delivered(Parcel parcel) {}

    @Override
    public void failed(Parcel parcel, DeliveryException why) {}

    @Override
    public void died(Parcel parcel, DeliveryException why) {}

    @Override
    public void outboxFailed(RuntimeException why) {}
  }
}
