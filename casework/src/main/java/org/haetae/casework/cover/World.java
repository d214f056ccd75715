package org.haetae.casework.cover;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * Everything that cover depends on beside the case itself. Answers don't change while it is asked.
 */
public interface World {

  /** All orders for a person, ended ones too as far as they are kept. */
  Collection<OrderFile> orders(ProtectedPersonId person);

  FaceCover face(OrderId order);

  /** The times in which a respondent may be near all the same. */
  Set<Schedule> exceptions(OrderId order);

  /** Whether a site of ours looks after a place at all. */
  boolean watches(PlaceId place);

  List<CameraCover> cameras(PlaceId place);

  /** Approaches of a place on which no camera stands. */
  Set<String> openApproaches(PlaceId place);

  Optional<Watch> watch(WatchSerial serial);

  /** The newest sign of life; empty where none ever came. */
  Optional<WatchSignal> signal(WatchSerial serial);

  /** Whether signs of life of watches come in here at all. */
  boolean hearsWatches();

  List<Offer> offers(StationId station);

  Staff staff(UserId user);

  /** What is missing for everybody whom a site protects. */
  List<HouseFault> faults();

  /** When the site was last known to run; empty where no site belongs to this. */
  Optional<Instant> pulse();
}
