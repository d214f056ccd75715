package org.haetae.casework.office;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.cover.CameraCover;
import org.haetae.casework.cover.FaceCover;
import org.haetae.casework.cover.HouseFault;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.cover.World;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.training.Staff;
import org.haetae.casework.watch.Offer;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.schedule.Schedule;

/** The world as office, orders, site and watches say. */
record HouseWorld(
    Files files,
    OrderShelf shelf,
    SiteView site,
    Map<WatchSerial, WatchSignal> signals,
    boolean hearsWatches,
    double reach)
    implements World {
  @Override
  public Collection<OrderFile> orders(ProtectedPersonId person) {
    return shelf.of(person);
  }

  @Override
  public FaceCover face(OrderId order) {
    return site.faces().getOrDefault(order, FaceCover.UNKNOWN);
  }

  @Override
  public Set<Schedule> exceptions(OrderId order) {
    return site.exceptions().getOrDefault(order, Set.of());
  }

  @Override
  public boolean watches(PlaceId place) {
    return site.cameras().containsKey(place);
  }

  @Override
  public List<CameraCover> cameras(PlaceId place) {
    return site.cameras().getOrDefault(place, List.of());
  }

  @Override
  public Set<String> openApproaches(PlaceId place) {
    return site.approaches().getOrDefault(place, Set.of());
  }

  @Override
  public Optional<Watch> watch(WatchSerial serial) {
    return files.watch(serial);
  }

  @Override
  public Optional<WatchSignal> signal(WatchSerial serial) {
    return Optional.ofNullable(signals.get(serial));
  }

  @Override
  public List<Offer> offers(StationId station) {
    return files.stock().station(station).isPresent()
        ? files.stock().offers(station, reach)
        : List.of();
  }

  @Override
  public Staff staff(UserId user) {
    return files.staff(user);
  }

  @Override
  public List<HouseFault> faults() {
    return site.faults();
  }

  @Override
  public Optional<Instant> pulse() {
    return site.pulse();
  }
}
