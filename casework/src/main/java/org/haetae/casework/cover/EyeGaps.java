package org.haetae.casework.cover;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.CoverLimits;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.PlaceId;

/**
 * What an order forbids must be seen: a face to look for, a camera that sees, and somebody awake.
 */
record EyeGaps(CoverLimits limits) implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    Set<PlaceId> seen = new HashSet<>();
    Collection<OrderFile> orders = world.orders(who.person());
    for (OrderFile order : orders) {
      if (Protection.inForce(order, now)) {
        face(order, order.issued().validity().from(), world, found);
        for (PlaceId place : order.issued().places()) {
          if (seen.add(place)) {
            place(place, begun(place, orders, now), world, found);
          }
        }
      }
    }
    // Of the person, not of a place: that one place's order ends is no new beginning for the
    // others.
    Protection.since(watched(orders, world), now)
        .ifPresent(begun -> house(begun, world, now, found));
  }

  /** The orders that this site looks at a place for. */
  private static List<OrderFile> watched(Collection<OrderFile> orders, World world) {
    return orders.stream()
        .filter(order -> order.issued().places().stream().anyMatch(world::watches))
        .toList();
  }

  private static void face(OrderFile order, Instant begun, World world, Consumer<Gap> found) {
    String id = order.issued().id().value();
    switch (world.face(order.issued().id())) {
      case MISSING -> found.accept(Gap.of(GapKind.FACE_MISSING, id, begun));
      case UNAPPROVED -> found.accept(Gap.of(GapKind.FACE_UNAPPROVED, id, begun));
      case POOR -> found.accept(Gap.of(GapKind.FACE_POOR, id, begun));
      case GOOD, UNKNOWN -> {}
    }
  }

  /** Since when one order or another has kept the respondent away from a place. */
  private static Instant begun(PlaceId place, Collection<OrderFile> orders, Now now) {
    List<OrderFile> its =
        orders.stream().filter(order -> order.issued().places().contains(place)).toList();
    return Protection.since(its, now).orElse(now.instant());
  }

  private static void place(PlaceId place, Instant begun, World world, Consumer<Gap> found) {
    List<CameraCover> cameras = world.cameras(place);
    if (cameras.isEmpty()) {
      found.accept(Gap.of(GapKind.PLACE_UNWATCHED, place.value(), begun));
    }
    for (String approach : world.openApproaches(place)) {
      found.accept(Gap.of(GapKind.APPROACH_UNWATCHED, place.value(), begun).saying(approach));
    }
    for (CameraCover camera : cameras) {
      camera(camera, later(begun, camera.since()), found);
    }
  }

  /** What was wrong before somebody was protected here is that person's gap only from then on. */
  private static Instant later(Instant begun, Instant since) {
    return begun.isAfter(since) ? begun : since;
  }

  private static void camera(CameraCover camera, Instant since, Consumer<Gap> found) {
    String id = camera.camera().value();
    if (camera.state() != CameraState.LIVE) {
      found.accept(Gap.of(GapKind.CAMERA_DOWN, id, since).saying(camera.state().words()));
      return;
    }
    switch (camera.fitness()) {
      case TOO_COARSE -> found.accept(Gap.of(GapKind.CAMERA_TOO_COARSE, id, since));
      case UNPROVEN -> found.accept(Gap.of(GapKind.CAMERA_UNPROVEN, id, since));
      case PROVEN -> {}
    }
  }

  private void house(Instant begun, World world, Now now, Consumer<Gap> found) {
    for (HouseFault fault : world.faults()) {
      found.accept(Gap.of(fault.kind(), fault.about(), later(begun, fault.since())));
    }
    world
        .pulse()
        .map(last -> last.plus(limits.pulse()))
        .filter(now::reached)
        .ifPresent(since -> found.accept(Gap.of(GapKind.SITE_SILENT, "", later(begun, since))));
  }
}
