package org.haetae.casework.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.haetae.casework.Alerts;
import org.haetae.casework.delivery.Courier;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryListener;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.RetryRule;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;

/**
 * The process that is killed: takes the alerts whose ids stand in its standard input, and prints
 * each id once the alert is in the store.
 */
final class Doomed {
  private Doomed() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Store store = Store.open(new Database.Sqlite(Path.of(args[0])));
    Courier courier =
        new Courier(
            new ReceiverChannel(Integer.parseInt(args[1])),
            Queue.THREAT,
            new StoredOutbox(store),
            RetryRule.defaults(),
            InstantSource.system(),
            new Quiet());
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("first", Duration.ZERO, List.of("receiver"))), Duration.ofDays(1));
    IncidentDesk desk =
        new IncidentDesk(
            store, plan, DispatchRule.onePerson(), InstantSource.system(), courier::wake);
    AlertIntake intake =
        new AlertIntake(
            alerts -> {
              desk.take(alerts);
              alerts.forEach(alert -> System.out.println(alert.id()));
            },
            refusal -> System.err.println(refusal.getMessage()));
    courier.start();
    intake.start();
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    while (line != null) {
      intake.accept(alert(UUID.fromString(line)));
      // Alerts flow; they don't fall all at once.
      Thread.sleep(1);
      line = in.readLine();
    }
    // Waits to be killed.
    Thread.sleep(Duration.ofMinutes(5));
  }

  private static ProximityAlert alert(UUID id) {
    return Alerts.of(id, "order-" + Math.floorMod(id.hashCode(), 17), Severity.DANGER);
  }

  private record Quiet() implements DeliveryListener {
    @Override
    public void delivered(Parcel parcel) {}

    @Override
    public void failed(Parcel parcel, DeliveryException why) {
      System.err.println("failed: " + why.getMessage());
    }

    @Override
    public void died(Parcel parcel, DeliveryException why) {
      System.err.println("died: " + why.getMessage());
    }

    @Override
    public void outboxFailed(RuntimeException why) {
      System.err.println("outbox: " + why.getMessage());
    }
  }
}
