package org.haetae.casework.office;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.cover.CameraCover;
import org.haetae.casework.cover.FaceCover;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.cover.HouseFault;
import org.haetae.casework.cover.SiteView;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.schedule.Schedule;

/** What a site may say of itself, at random. */
record RandomSite(Random random) {
  static final List<PlaceId> PLACES =
      List.of(new PlaceId("home"), new PlaceId("school"), new PlaceId("work"));
  private static final List<GapKind> FAULTS =
      List.of(GapKind.NO_OPERATOR, GapKind.CHANNEL_FAILING, GapKind.CANARY_LATE);

  /** Changes one part of it, so that each can change alone; most often only its pulse. */
  SiteView after(SiteView before, Set<OrderId> orders, Instant now) {
    return switch (random.nextInt(8)) {
      case 0 -> with(before, cameras(now), before.approaches(), before.faults());
      case 1 -> with(before, before.cameras(), approaches(), before.faults());
      case 2 -> with(before, before.cameras(), before.approaches(), faults(now));
      case 3 -> faces(before, orders);
      case 4 -> exceptions(before, orders, now);
      case 5 -> random.nextInt(4) == 0 ? SiteView.NONE : before;
      default -> before.at(now);
    };
  }

  private static SiteView with(
      SiteView before,
      Map<PlaceId, List<CameraCover>> cameras,
      Map<PlaceId, Set<String>> approaches,
      List<HouseFault> faults) {
    return new SiteView(
        cameras, approaches, before.faces(), before.exceptions(), faults, before.pulse());
  }

  private Map<PlaceId, List<CameraCover>> cameras(Instant now) {
    Map<PlaceId, List<CameraCover>> all = new HashMap<>();
    for (PlaceId place : PLACES) {
      if (random.nextInt(4) > 0) {
        List<CameraCover> its = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          its.add(camera(new CameraId(place + "-" + i), now));
        }
        all.put(place, its);
      }
    }
    return all;
  }

  private CameraCover camera(CameraId id, Instant now) {
    CameraState state = random.nextBoolean() ? CameraState.LIVE : one(CameraState.values());
    return new CameraCover(id, state, one(CameraCover.Fitness.values()), past(now));
  }

  private Map<PlaceId, Set<String>> approaches() {
    Map<PlaceId, Set<String>> all = new HashMap<>();
    for (PlaceId place : PLACES) {
      Set<String> its = new HashSet<>();
      List.of("front", "back", "yard")
          .forEach(
              name -> {
                if (random.nextInt(3) == 0) {
                  its.add(name);
                }
              });
      all.put(place, its);
    }
    return all;
  }

  private List<HouseFault> faults(Instant now) {
    return FAULTS.stream()
        .filter(_ -> random.nextInt(3) == 0)
        .map(kind -> new HouseFault(kind, "part-" + random.nextInt(2), past(now)))
        .toList();
  }

  private SiteView faces(SiteView before, Set<OrderId> orders) {
    Map<OrderId, FaceCover> all = new HashMap<>();
    orders.forEach(order -> all.put(order, one(FaceCover.values())));
    return new SiteView(
        before.cameras(),
        before.approaches(),
        all,
        before.exceptions(),
        before.faults(),
        before.pulse());
  }

  private SiteView exceptions(SiteView before, Set<OrderId> orders, Instant now) {
    Map<OrderId, Set<Schedule>> all = new HashMap<>();
    for (OrderId order : orders) {
      Set<Schedule> its = new HashSet<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        Instant from = now.plus(Duration.ofHours(random.nextInt(500)));
        its.add(new Schedule.Once(from, from.plus(Duration.ofHours(23 + random.nextInt(4)))));
      }
      all.put(order, its);
    }
    return new SiteView(
        before.cameras(),
        before.approaches(),
        before.faces(),
        all,
        before.faults(),
        before.pulse());
  }

  private Instant past(Instant now) {
    return now.minusSeconds(random.nextInt(100_000));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
