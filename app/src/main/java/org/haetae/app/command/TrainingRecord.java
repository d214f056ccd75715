package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Instant;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.StoredLedger;
import org.haetae.domain.id.UserId;

/**
 * Where a passed exercise is written down: the casework of a real site, which the exercise itself
 * never touches.
 *
 * @param config the site's file
 * @param by who answers for it
 */
record TrainingRecord(Site site, Path config, UserId trainee, UserId by) {
  /** The module that a passed exercise completes. */
  static final String MODULE = "incident-desk";

  /**
   * Makes sure, before somebody has worked for nothing, that it could be written down.
   *
   * @throws Problem where it could not
   */
  void check() {
    Records records = SiteFiles.begun(site, config);
    if (site.plan().curriculum().find(MODULE).isEmpty()) {
      throw new Problem(
          ExitCode.USAGE,
          "the plan of %s has no training \"%s\" that could be completed"
              .formatted(config, MODULE));
    }
    boolean works =
        SiteFiles.withStore(
            records,
            "haetae drill",
            store ->
                new Office(new StoredLedger(store))
                    .look(files -> files.staff(trainee).role().isPresent()));
    if (!works) {
      throw new Problem(
          ExitCode.USAGE,
          "nobody called %s works at %s: is the name right? \"import … staff\" takes people in"
              .formatted(trainee, site.name()));
    }
  }

  void write(Instant at) {
    Deed deed = new Deed(new Actor(by, Role.SUPERVISOR), at);
    SiteFiles.withStore(
        SiteFiles.records(site, config),
        "haetae drill",
        store -> {
          new CaseDesk(new Office(new StoredLedger(store)), site.plan())
              .trained(trainee, MODULE, deed);
          return true;
        });
  }
}
