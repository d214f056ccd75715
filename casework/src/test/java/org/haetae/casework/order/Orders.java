package org.haetae.casework.order;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.haetae.casework.order.Measure.StayAway;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;

/** Orders to test with. */
final class Orders {
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final String STALKING_9 = "Act on Punishment of Stalking Crimes, Art. 9";

  private Orders() {}

  /** Seoul's clock, such as {@code 2026-03-01T00:00}. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
  }

  static OrderFile provisional(Instant from, Instant until) {
    return OrderFile.issued(
        order(OrderKind.PROVISIONAL, Offence.STALKING, STALKING_9, from, until),
        List.of(new StayAway()));
  }

  static ProtectionOrder order(
      OrderKind kind, Offence offence, String basis, Instant from, Instant until) {
    return new ProtectionOrder(
        new OrderId("a-17"),
        "2026-cho-17",
        kind,
        offence,
        basis,
        "Seoul Central District Court",
        new RespondentId("r1"),
        Set.of(new ProtectedPersonId("p1")),
        Set.of(new PlaceId("home")),
        RiskGrade.HIGH,
        new Validity(from, until));
  }
}
