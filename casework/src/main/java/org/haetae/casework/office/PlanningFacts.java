package org.haetae.casework.office;

import static org.haetae.casework.watch.RequestClosing.NONE_AVAILABLE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.planning.RequestHistory;
import org.haetae.casework.planning.Shelf;
import org.haetae.casework.planning.Tenancy;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.PastHolding;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.StationId;

/**
 * What planning needs of the casework, as plain values that may be kept.
 *
 * @param today the day of {@code now}
 * @param history requests of the last {@value #DAYS} days before today, or since the first one
 *     where that is later; without those that were withdrawn or declined, which need no watch
 * @param shelves of each station that is known, keeps watches or was asked
 * @param tenancies all that the ledger knows of
 */
public record PlanningFacts(
    LocalDate today,
    RequestHistory history,
    Map<StationId, Shelf> shelves,
    List<Tenancy> tenancies) {
  /** Days of history: 52 weeks. */
  public static final int DAYS = 364;

  public PlanningFacts {
    shelves = Map.copyOf(shelves);
    tenancies = List.copyOf(tenancies);
  }

  /**
   * Reads them in one pass, to be called under {@link Office#look}.
   *
   * @param zone whose days count
   */
  public static PlanningFacts of(Files files, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Reading reading = new Reading(today, zone);
    files.stock().stations().forEach(station -> reading.at(station.id()));
    files.stock().watches().forEach(reading::watch);
    files.cases().forEach(reading::file);
    return new PlanningFacts(today, reading.history(), reading.shelves(), reading.tenancies);
  }

  /** What one station has been found to have. */
  private static final class Found {
    private int free;
    private int kept;
    private int owed;
    private final List<LocalDate> due = new ArrayList<>();
    private final List<LocalDate> asked = new ArrayList<>();
  }

  private static final class Reading {
    private final LocalDate today;
    private final LocalDate oldest;
    private final ZoneId zone;
    private final Map<StationId, Found> stations = new HashMap<>();
    private final List<Tenancy> tenancies = new ArrayList<>();
    private LocalDate first;

    Reading(LocalDate today, ZoneId zone) {
      this.today = today;
      this.oldest = today.minusDays(DAYS);
      this.zone = zone;
      this.first = today;
    }

    Found at(StationId station) {
      return stations.computeIfAbsent(station, _ -> new Found());
    }

    void watch(Watch watch) {
      Found station = at(watch.travelsTo().orElse(watch.station()));
      switch (watch.state()) {
        case IN_STOCK -> station.free++;
        case RESERVED -> station.kept++;
        case ISSUED -> watch.holding().ifPresent(holding -> station.due.add(day(holding.until())));
        case LOST, REPAIR, RETIRED -> {}
      }
      watch.past().forEach(past -> tenancies.add(tenancy(past)));
      watch.holding().ifPresent(holding -> tenancies.add(tenancy(watch.state(), holding)));
    }

    void file(CaseFile file) {
      for (WatchRequest request : file.requests()) {
        Found station = at(request.station());
        if (file.open() && request.waits()) {
          station.owed++;
        }
        LocalDate asked = day(request.asked());
        if (asked.isBefore(first)) {
          first = asked;
        }
        if (needed(request) && !asked.isBefore(oldest) && asked.isBefore(today)) {
          station.asked.add(asked);
        }
      }
    }

    RequestHistory history() {
      return new RequestHistory(
          first.isBefore(oldest) ? oldest : first,
          today,
          stations.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, station -> station.getValue().asked)));
    }

    Map<StationId, Shelf> shelves() {
      return stations.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  station -> {
                    Found found = station.getValue();
                    return new Shelf(found.free, found.kept, found.owed, found.due);
                  }));
    }

    private Tenancy tenancy(PastHolding past) {
      return new Tenancy(
          day(past.since()),
          day(past.until()),
          past.back() ? new Tenancy.CameBack(day(past.ended())) : new Tenancy.Lost());
    }

    private Tenancy tenancy(WatchState state, Holding holding) {
      return new Tenancy(
          day(holding.since()),
          day(holding.until()),
          state == WatchState.LOST ? new Tenancy.Lost() : new Tenancy.Lasts());
    }

    private LocalDate day(Instant at) {
      return at.atZone(zone).toLocalDate();
    }

    private static boolean needed(WatchRequest request) {
      return request.closed().isEmpty() || request.closed().orElseThrow().why() == NONE_AVAILABLE;
    }
  }
}
