package org.haetae.app.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haetae.app.config.Site;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.release.NoticePin;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.VaultWatchlist;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;

/** Desks for incidents and orders with a database of their own, and their routes. */
final class OpenDesk implements AutoCloseable {
  private static final ModelId MODEL = new ModelId("net", "1");

  private final Path folder;
  private final Store store;
  static final NoticePin PIN = new NoticePin(new byte[32]);

  private final KeyFolder keys;
  final IncidentDesk desk;
  final IncidentRoutes routes;
  final VaultWatchlist watchlist = new VaultWatchlist(Set.of());
  final OrderDesk orders;
  final OrderRoutes orderRoutes;
  final Office office;
  final NoticeDesk notices;
  final ReleaseRoutes releases;
  final UnfamiliarBoard strangers;
  final ConsoleChannel console = new ConsoleChannel();
  final List<Duration> acknowledged = new CopyOnWriteArrayList<>();

  OpenDesk(Site site, InstantSource clock) {
    try {
      folder = Files.createTempDirectory("desk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store = Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
    desk =
        new IncidentDesk(
            store, site.casework().escalation(), site.casework().dispatch(), clock, () -> {});
    keys = KeyFolder.open(folder.resolve("keys"), folder.resolve("master.key"));
    AlarmDesk alarms = new AlarmDesk(store, List.of(), clock, () -> {});
    orders =
        new OrderDesk(
            store,
            keys,
            site.rules(),
            site.casework().approval(),
            watchlist,
            MODEL,
            OpenDesk::enrol,
            alarms,
            clock);
    orders.begin(site.orders());
    routes = new IncidentRoutes(desk, site, orders, clock, acknowledged::add);
    office = new Office(new StoredLedger(store));
    notices = new NoticeDesk(office, site.plan().notices(), PIN);
    releases = new ReleaseRoutes(notices, clock);
    strangers = new UnfamiliarBoard(clock);
    orderRoutes = new OrderRoutes(orders, watchlist, site);
  }

  /** A page of this desk, with no camera; the caller closes it before this. */
  LiveServer server(Site site, InstantSource clock) {
    return new LiveServer(
        site,
        new CameraViews(List.of(), clock),
        new AlertBoard(),
        new HealthBoard(List.of(), List.of(), List::of, List::of, clock),
        routes,
        orderRoutes,
        releases,
        strangers,
        console,
        Optional.empty(),
        () -> "{}",
        () -> "");
  }

  /** Everybody has a face of their own. */
  private static Map<RespondentId, Enrolment> enrol(Set<RespondentId> respondents) {
    Map<RespondentId, Enrolment> all = new HashMap<>();
    for (RespondentId respondent : respondents) {
      float[] vector = new float[8];
      vector[all.size()] = 1;
      Template face = new Template(Embedding.normalised(vector), 1, MODEL);
      all.put(respondent, new Enrolment.Faces(new FaceSet("photographs", List.of(face))));
    }
    return all;
  }

  /** From now on the store can't be read. */
  void breakStore() {
    store.close();
  }

  @Override
  public void close() {
    keys.close();
    store.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
