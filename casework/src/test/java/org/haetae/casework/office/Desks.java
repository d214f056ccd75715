package org.haetae.casework.office;

import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.watch.WatchRules;

/**
 * An office with its desks.
 *
 * @param wide a desk after a ministry has widened the reach, by which more watches count
 */
record Desks(Office office, WatchDesk watches, WatchDesk wide, CaseDesk cases) {
  private static final double WIDER = 3;

  static Desks over(Ledger ledger, Plan plan) {
    Office office = new Office(ledger);
    return new Desks(
        office,
        new WatchDesk(office, plan.watches()),
        new WatchDesk(office, widened(plan.watches())),
        new CaseDesk(office, plan));
  }

  static double wide(double reach) {
    return reach * WIDER;
  }

  private static WatchRules widened(WatchRules rules) {
    return new WatchRules(
        wide(rules.reach()),
        rules.term(),
        rules.wearing(),
        rules.silence(),
        rules.stalePosition(),
        rules.lowBattery(),
        rules.zone());
  }
}
