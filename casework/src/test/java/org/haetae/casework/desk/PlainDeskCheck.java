package org.haetae.casework.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.IncidentTable;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.domain.alert.Severity;

/** Whether a desk and its store show what the plain model says. */
final class PlainDeskCheck {
  private static final int ALL = 1_000_000;

  private final PlainDesk model;

  /** What each key has stood for, and each call's key: they may never change. */
  private final Map<UUID, Notice.Threat> notices = new HashMap<>();

  private final Map<Notice.Threat, UUID> keys = new HashMap<>();

  PlainDeskCheck(PlainDesk model) {
    this.model = model;
  }

  private record Group(Severity severity, IncidentState state) {}

  private record Waiting(Notice.Threat notice, Instant created, int attempts) {}

  /** What shows nearly every fault, after each step. */
  void blink(DeskProcess process, String channel) {
    newest(process.desk().newest(2), 2);
    backlog(process);
    parcels(process, channel);
  }

  /** All that can still change. */
  void glance(DeskProcess process, int limit) {
    newest(process.desk().newest(limit), limit);
    backlog(process);
    for (String channel : RandomSite.CHANNELS) {
      parcels(process, channel);
    }
    histories(process, model.ongoing().toList());
  }

  /** Everything. */
  void whole(DeskProcess process) {
    glance(process, ALL);
    histories(process, model.incidents);
    for (ParcelState state : ParcelState.values()) {
      assertEquals(
          model.count(state),
          (long) process.store().read(in -> in.outbox().count(state)),
          () -> state + " parcels");
    }
    assertTrue(
        process.store().<Boolean>read(in -> model.known().stream().allMatch(in.incidents()::knows)),
        "an alert is forgotten");
    assertEquals(PlainReview.of(model), process.desk().review());
  }

  /** The newest and all that nobody has closed; of equally old ones any. */
  private void newest(List<Incident> shown, int limit) {
    assertEquals(
        shown.stream()
            .sorted(Comparator.comparing((Incident it) -> it.opened()).reversed())
            .toList(),
        shown,
        "not the newest first");
    Set<IncidentId> ids = new HashSet<>();
    for (Incident incident : shown) {
      assertTrue(ids.add(incident.id()), "shown twice");
      assertEquals(model.find(incident.id()).map(PlainIncident::shown).orElseThrow(), incident);
    }
    for (PlainIncident incident : model.incidents) {
      boolean there = ids.contains(incident.id());
      if (!incident.closed()) {
        assertTrue(there, () -> "hidden: " + incident.shown());
      } else {
        Instant opened = incident.opened();
        long newer = model.incidents.stream().filter(it -> it.opened().isAfter(opened)).count();
        long asNew = model.incidents.stream().filter(it -> !it.opened().isBefore(opened)).count();
        assertTrue(there ? newer < limit : asNew > limit, () -> "limit and " + incident.shown());
      }
    }
  }

  private void backlog(DeskProcess process) {
    Backlog real = process.store().read(Backlog::of);
    Map<Group, List<PlainIncident>> groups =
        model.ongoing().collect(groupingBy(it -> new Group(it.severity(), it.state())));
    Set<Backlog.Incidents> incidents = new HashSet<>();
    for (List<PlainIncident> group : groups.values()) {
      PlainIncident one = group.getFirst();
      Instant since =
          group.stream()
              .map(PlainIncident::waitsSince)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      incidents.add(new Backlog.Incidents(one.severity(), one.state(), group.size(), since));
    }
    assertEquals(incidents, Set.copyOf(real.incidents()));
    Set<Backlog.Parcels> parcels = new HashSet<>();
    for (String channel : RandomSite.CHANNELS) {
      for (ParcelState state : List.of(ParcelState.WAITING, ParcelState.DEAD)) {
        List<Instant> created =
            model.parcels.stream()
                .filter(it -> it.channel.equals(channel) && it.state == state)
                .map(it -> it.created)
                .sorted()
                .toList();
        if (!created.isEmpty()) {
          parcels.add(
              new Backlog.Parcels(
                  channel, Queue.THREAT, state, created.size(), created.getFirst()));
        }
      }
    }
    assertEquals(parcels, Set.copyOf(real.parcels()));
  }

  private void parcels(DeskProcess process, String channel) {
    Instant now = process.now();
    List<Parcel> real = new StoredOutbox(process.store()).due(channel, Queue.THREAT, now, ALL);
    List<PlainParcel> plain = model.due(channel, now);
    assertEquals(
        plain.stream()
            .map(it -> new Waiting(it.notice, it.created, it.attempts))
            .collect(groupingBy(it -> it, counting())),
        real.stream()
            .map(it -> new Waiting(nameless(it.notice()), it.created(), it.attempts()))
            .collect(groupingBy(it -> it, counting())),
        () -> "parcels for " + channel);
    Map<Notice.Threat, Long> turns = new HashMap<>();
    plain.forEach(parcel -> turns.put(parcel.notice, parcel.turn));
    for (int i = 1; i < real.size(); i++) {
      Notice before = real.get(i - 1).notice();
      Notice after = real.get(i).notice();
      boolean inTurn =
          turns.getOrDefault(nameless(before), 0L) <= turns.getOrDefault(nameless(after), 0L);
      assertTrue(
          before.urgency() > after.urgency() || (before.urgency() == after.urgency() && inTurn),
          () -> "%s goes before %s".formatted(before, after));
    }
  }

  /** The notice that the model knows; on the way its key is held to be its own for ever. */
  Notice.Threat nameless(Notice notice) {
    Notice.Threat threat = (Notice.Threat) notice;
    Notice.Threat plain =
        model.known().contains(threat.key()) ? threat : keyed(threat, PlainDesk.CALL);
    Notice.Threat one = notices.computeIfAbsent(threat.key(), _ -> plain);
    assertEquals(plain, one, "one key for two notices");
    UUID key = keys.computeIfAbsent(plain, _ -> threat.key());
    assertEquals(threat.key(), key, "two keys for one notice");
    return plain;
  }

  private static Notice.Threat keyed(Notice.Threat threat, UUID key) {
    return new Notice.Threat(
        key,
        threat.at(),
        threat.incident(),
        threat.alert(),
        threat.tier(),
        threat.severity(),
        threat.order(),
        threat.respondent(),
        threat.place(),
        threat.camera(),
        threat.metres(),
        threat.trend(),
        threat.seen(),
        threat.decided());
  }

  private static void histories(DeskProcess process, List<PlainIncident> incidents) {
    var _ =
        process
            .store()
            .<Boolean>read(
                in -> {
                  incidents.forEach(incident -> history(in.incidents(), incident));
                  return true;
                });
  }

  private static void history(IncidentTable table, PlainIncident incident) {
    List<IncidentEvent> events = table.events(incident.id());
    assertEquals(incident.events(), events);
    assertEquals(incident.due(), table.escalates(incident.id()));
    assertEquals(
        incident.shown(),
        Incident.replayed(incident.id(), new Approach(incident.order()), events),
        "replayed");
  }
}
