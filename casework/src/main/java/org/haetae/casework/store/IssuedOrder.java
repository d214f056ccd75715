package org.haetae.casework.store;

import java.util.List;
import org.haetae.casework.order.Measure;
import org.haetae.casework.order.MeasureKind;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.order.ProtectionOrder;

/** An order as its row keeps it: what was issued and never changes. */
record IssuedOrder(ProtectionOrder order, List<Demand> demands) {
  /**
   * A measure.
   *
   * @param metres 0 where the kind has none
   */
  record Demand(MeasureKind kind, double metres) {
    static Demand of(Measure measure) {
      return switch (measure) {
        case Measure.StayAway(double metres) -> new Demand(measure.kind(), metres);
        case Measure.NoContact _ -> new Demand(measure.kind(), 0);
        case Measure.LeaveHome _ -> new Demand(measure.kind(), 0);
        case Measure.ElectronicMonitoring(double metres) -> new Demand(measure.kind(), metres);
      };
    }

    Measure measure() {
      return switch (kind) {
        case STAY_AWAY -> new Measure.StayAway(metres);
        case NO_CONTACT -> new Measure.NoContact();
        case LEAVE_HOME -> new Measure.LeaveHome();
        case ELECTRONIC_MONITORING -> new Measure.ElectronicMonitoring(metres);
      };
    }
  }

  static IssuedOrder of(OrderFile file) {
    return new IssuedOrder(file.issued(), file.measures().stream().map(Demand::of).toList());
  }

  OrderFile with(List<OrderEvent> history) {
    return new OrderFile(order, demands.stream().map(Demand::measure).toList(), history);
  }
}
