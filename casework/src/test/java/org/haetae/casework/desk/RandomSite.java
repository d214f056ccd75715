package org.haetae.casework.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.haetae.domain.id.UserId;

/** Chance over a small site, so that orders, people and channels meet often. */
record RandomSite(Random random, ZoneId zone) {
  static final List<String> CHANNELS = List.of("console", "mail", "patrol", "siren");
  static final List<UserId> PEOPLE = named("user", 3).map(UserId::new).toList();

  /** Some orders are against one respondent, some protect one place. */
  private static final int ORDERS = 7;

  private static final int HALF_HOUR = 1_800;

  private static Stream<String> named(String what, int many) {
    return IntStream.range(0, many).mapToObj(number -> what + "-" + number);
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <E extends Enum<E>> E any(Class<E> kind) {
    return any(List.of(kind.getEnumConstants()));
  }

  PlainPlan plan() {
    List<PlainPlan.Tier> tiers = new ArrayList<>();
    long after = 0;
    int many = 1 + random.nextInt(4);
    for (int i = 0; i < many; i++) {
      List<String> channels = new ArrayList<>(List.of(any(CHANNELS), any(CHANNELS)));
      List<PlainPlan.Shift> shifts = Stream.generate(this::shift).limit(random.nextInt(3)).toList();
      tiers.add(new PlainPlan.Tier(after, channels, shifts));
      after += 1 + random.nextInt(oneIn(3) ? 7_200 : 90);
    }
    return new PlainPlan(zone, tiers, 20 + random.nextInt(oneIn(3) ? 40_000 : 200));
  }

  /** Often about the hours at which clocks change, and over midnight. */
  private PlainPlan.Shift shift() {
    Set<Integer> days = new TreeSet<>();
    while (days.isEmpty()) {
      for (int day = 0; day < 7; day++) {
        if (random.nextBoolean()) {
          days.add(day);
        }
      }
    }
    int from = random.nextInt(oneIn(2) ? 8 : 48) * HALF_HOUR;
    int until = (from + (1 + random.nextInt(47)) * HALF_HOUR) % 86_400;
    return new PlainPlan.Shift(days, from, until);
  }

  Set<Severity> twoPeople() {
    Set<Severity> all = EnumSet.noneOf(Severity.class);
    for (Severity severity : Severity.values()) {
      if (random.nextBoolean()) {
        all.add(severity);
      }
    }
    return all;
  }

  List<ProximityAlert> alerts(int many, Instant now) {
    return Stream.generate(() -> alert(now)).limit(many).toList();
  }

  /** All ids come from the seed; what is measured has few values, so that they meet. */
  private ProximityAlert alert(Instant now) {
    int order = random.nextInt(ORDERS);
    Sighting sighting =
        new Sighting(
            new CameraId("camera-" + order % 3 + random.nextInt(2)),
            random.nextInt(99),
            new RespondentId("respondent-" + order % 4),
            new Evidence(4, Duration.ofMillis(300), score(), 0.4, 12, 9, 1e-4, 3, Optional.empty()),
            now.minusMillis(900),
            now.minusMillis(random.nextInt(300)),
            new FaceBox(10, 10, 90, 110),
            1280,
            0.1,
            new FaceCrop(new byte[3]),
            List.of());
    return new ProximityAlert(
        id(),
        new OrderId("order-" + order),
        new PlaceId("place-" + order % 3),
        sighting,
        new Proximity(random.nextInt(200) / 2.0, 2, 6),
        any(Trend.class),
        oneIn(4) ? any(Severity.class) : Severity.NOTICE,
        now.minusMillis(100));
  }

  private double score() {
    return 0.5 + random.nextInt(8) / 16.0;
  }

  UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
