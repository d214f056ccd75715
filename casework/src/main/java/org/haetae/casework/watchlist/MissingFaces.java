package org.haetae.casework.watchlist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.OrderInForce;
import org.haetae.casework.vault.Vault;
import org.haetae.casework.vault.VaultException;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/** Enrols for orders under which nobody is looked for, and says so as long as that is so. */
final class MissingFaces {
  /** Photographs that were no good a while ago may have been replaced. */
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final Vault vault;
  private final Enroller enroller;
  private final AlarmDesk alarms;
  private final InstantSource clock;
  private final Map<OrderId, Instant> tried = new HashMap<>();

  MissingFaces(Vault vault, Enroller enroller, AlarmDesk alarms, InstantSource clock) {
    this.vault = vault;
    this.enroller = enroller;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Enrols for those of {@code without} that were not tried of late; one thread at a time.
   *
   * @param without orders in force under which nobody is looked for
   * @param damaged those of which there are faces that can't be opened, and why: a person must see
   *     to them, for more faces under a damaged order would not open either
   * @return whether a face was sealed
   */
  boolean enrol(List<OrderFile> without, Map<OrderId, String> damaged) {
    Set<OrderId> now = without.stream().map(MissingFaces::id).collect(Collectors.toSet());
    alarms.retain(
        AlarmCode.FACE_MISSING, now.stream().map(OrderId::value).collect(Collectors.toSet()));
    tried.keySet().retainAll(now);
    without.stream()
        .filter(file -> damaged.containsKey(id(file)))
        .forEach(file -> missing(file, damaged.getOrDefault(id(file), "")));
    List<OrderFile> due =
        without.stream().filter(file -> !damaged.containsKey(id(file)) && isDue(id(file))).toList();
    return !due.isEmpty() && enrolAll(due);
  }

  private boolean isDue(OrderId order) {
    Instant last = tried.get(order);
    return last == null || !clock.instant().isBefore(last.plus(RETRY));
  }

  private boolean enrolAll(List<OrderFile> files) {
    Map<RespondentId, Enrolment> enrolments =
        enroller.enrol(
            files.stream().map(file -> file.issued().respondent()).collect(Collectors.toSet()));
    boolean sealed = false;
    for (OrderFile file : files) {
      tried.put(id(file), clock.instant());
      Enrolment enrolment = enrolments.get(file.issued().respondent());
      switch (enrolment) {
        case null -> missing(file, "its respondent has no photographs on this site");
        case Enrolment.Nothing(String why) -> missing(file, why);
        case Enrolment.Faces faces -> sealed |= seal(file, faces);
      }
    }
    return sealed;
  }

  private boolean seal(OrderFile file, Enrolment.Faces faces) {
    try {
      vault.seal(OrderInForce.of(file, file.issued().respondent(), clock.instant()), faces.faces());
      return true;
    } catch (OrderRefusal | VaultException | StoreException e) {
      missing(file, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void missing(OrderFile file, String why) {
    alarms.raise(AlarmCode.FACE_MISSING, id(file).value(), why);
  }

  private static OrderId id(OrderFile file) {
    return file.issued().id();
  }
}
