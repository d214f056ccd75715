package org.haetae.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.EmergencyAccess;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.imports.Importer;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.console.site.AlertBoard;
import org.haetae.console.site.ConsoleChannel;
import org.haetae.console.site.LiveSite;
import org.haetae.console.site.UnfamiliarBoard;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * What the pages show and work on.
 *
 * @param store for what is read but seldom, such as a case's whole past
 */
public record Desks(
    Office office,
    Plan plan,
    CaseDesk cases,
    WatchDesk watches,
    NoticeDesk notices,
    Importer importer,
    CoverBook cover,
    PhotographVault photographs,
    AccountDesk accounts,
    EmergencyAccess emergency,
    Live live,
    Store store,
    InstantSource clock,
    RegisterDesk register) {

  /**
   * What is happening now.
   *
   * @param channel tells of each notice that the console should show
   * @param acknowledged is told how long an incident waited for a person
   */
  public record Live(
      LiveSite site,
      IncidentDesk incidents,
      OrderDesk orders,
      AlertBoard alerts,
      UnfamiliarBoard strangers,
      ConsoleChannel channel,
      Consumer<Duration> acknowledged) {

    /**
     * A person has seen an incident.
     *
     * @throws org.haetae.casework.incident.IncidentRefusal where it can't be acknowledged
     */
    public Incident acknowledge(IncidentId id, UserId by, Instant now) {
      Incident after = incidents.acknowledge(id, by);
      acknowledged.accept(Duration.between(after.opened(), now));
      return after;
    }

    /** An order; where the store can't be read an alert is shown without it. */
    public Optional<OrderFile> order(OrderId id) {
      try {
        return orders.find(id);
      } catch (StoreException e) {
        return Optional.empty();
      }
    }
  }
}
