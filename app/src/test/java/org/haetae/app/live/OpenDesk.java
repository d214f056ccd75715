package org.haetae.app.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haetae.app.config.Site;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;

/** An incident desk with a database of its own, and its routes. */
final class OpenDesk implements AutoCloseable {
  private final Path folder;
  private final Store store;
  final IncidentDesk desk;
  final IncidentRoutes routes;
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
    routes = new IncidentRoutes(desk, site, clock, acknowledged::add);
  }

  @Override
  public void close() {
    store.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
