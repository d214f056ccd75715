package org.haetae.casework.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haetae.casework.casefile.CaseFact;
import org.haetae.casework.inspection.InspectionFact;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.release.ReleaseFact;
import org.haetae.casework.risk.RiskFact;
import org.haetae.casework.support.SupportFact;
import org.haetae.casework.training.StaffFact;
import org.haetae.casework.watch.RequestFact;
import org.haetae.casework.watch.StationFact;
import org.haetae.casework.watch.WatchFact;

/**
 * The names by which facts stand in the database: the sealed sort and the record, such as {@code
 * RiskFact.Raised}. They must never change; a test holds them.
 */
final class FactKinds {
  private static final List<Class<? extends Fact>> SORTS =
      List.of(
          CaseFact.class,
          RiskFact.class,
          RequestFact.class,
          ReleaseFact.class,
          InspectionFact.class,
          SupportFact.class,
          WatchFact.class,
          StationFact.class,
          StaffFact.class);
  private static final Map<String, Class<? extends Fact>> BY_NAME = byName();

  private FactKinds() {}

  static String name(Class<? extends Fact> type) {
    Class<?> sort = type.getInterfaces()[0];
    return sort.getSimpleName() + "." + type.getSimpleName();
  }

  /**
   * @throws StoreException where a newer version wrote it
   */
  static Class<? extends Fact> type(String name) {
    Class<? extends Fact> type = BY_NAME.get(name);
    if (type == null) {
      throw new StoreException(
          "the database has a fact \"%s\" that this version doesn't know: use a newer one"
              .formatted(name),
          new ClassNotFoundException(name));
    }
    return type;
  }

  /** All names. */
  static Map<String, Class<? extends Fact>> all() {
    return BY_NAME;
  }

  private static Map<String, Class<? extends Fact>> byName() {
    Map<String, Class<? extends Fact>> all = new HashMap<>();
    for (Class<? extends Fact> sort : SORTS) {
      for (Class<?> permitted : sort.getPermittedSubclasses()) {
        Class<? extends Fact> type = permitted.asSubclass(Fact.class);
        all.put(name(type), type);
      }
    }
    return Map.copyOf(all);
  }
}
