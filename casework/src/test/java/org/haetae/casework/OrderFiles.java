package org.haetae.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.haetae.casework.order.Measure;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;

/** Orders as a court issues them. */
public final class OrderFiles {
  /** How long they last. */
  public static final Duration LENGTH = Duration.ofDays(30);

  private OrderFiles() {}

  /** Began a day before {@code now}. */
  public static OrderFile inForce(String id, String respondent, Instant now) {
    return issued(id, respondent, now.minus(Duration.ofDays(1)));
  }

  public static OrderFile issued(String id, String respondent, Instant from) {
    return issued(
        id,
        respondent,
        Set.of(new ProtectedPersonId("p1"), new ProtectedPersonId("p2")),
        Set.of(new PlaceId("home"), new PlaceId("school")),
        new Validity(from, from.plus(LENGTH)));
  }

  public static OrderFile issued(
      String id,
      String respondent,
      Set<ProtectedPersonId> people,
      Set<PlaceId> places,
      Validity validity) {
    ProtectionOrder order =
        new ProtectionOrder(
            new OrderId(id),
            "2026-cho-17",
            OrderKind.PROVISIONAL,
            Offence.STALKING,
            "Act on Punishment of Stalking Crimes, Art. 9",
            "Seoul Central District Court",
            new RespondentId(respondent),
            people,
            places,
            RiskGrade.HIGH,
            validity);
    return OrderFile.issued(
        order,
        List.of(
            new Measure.StayAway(150),
            new Measure.NoContact(),
            new Measure.LeaveHome(),
            new Measure.ElectronicMonitoring()));
  }
}
