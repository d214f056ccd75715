package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.app.CaseRecords;
import org.haetae.app.Eyes;
import org.haetae.app.Haetae;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.console.Endpoint;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;

/**
 * The samples that a site shows which has just begun: what is not among them has no history when
 * the first thing happens.
 *
 * @param samples name and labels, without value
 */
record LiveMetrics(List<String> samples) {

  /**
   * Starts the demo's site with an empty watchlist and one watch at one station, and asks its
   * {@code /metrics} once.
   */
  static LiveMetrics scraped() throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    SiteReader.Outcome read = SiteReader.read(Home.folder().resolve("config/demo.yaml"), clock);
    Site site =
        assertInstanceOf(SiteReader.Outcome.Good.class, read)
            .site()
            .listeningOn(new Site.Listen(Endpoint.local(0)));
    try (CaseRecords records = CaseRecords.open(Optional.empty(), clock);
        Haetae haetae =
            new Haetae(site, Eyes.standard(), records, _ -> Map.of(), (_, _) -> {}, clock);
        HttpClient client = HttpClient.newHttpClient()) {
      receive(new WatchDesk(records.office(), site.plan().watches()), clock);
      haetae.start();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(haetae.machineAddress() + "metrics")).build(),
              BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      return new LiveMetrics(
          answer
              .body()
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.substring(0, line.lastIndexOf(' ')))
              .toList());
    }
  }

  private static void receive(WatchDesk desk, InstantSource clock) {
    Deed deed = new Deed(new Actor(new UserId("kim"), Role.SUPERVISOR), clock.instant());
    StationId station = new StationId("mapo");
    desk.place(station, "Mapo", new GeoPoint(37.55, 126.95), deed);
    desk.receive(new WatchSerial("W-1"), station, "one", "1", deed);
  }

  /** Whether there is a sample of this name with all of these labels, each as {@code name="x"}. */
  boolean has(String name, List<String> labels) {
    return samples.stream()
        .filter(sample -> sample.equals(name) || sample.startsWith(name + "{"))
        .anyMatch(sample -> labels.stream().allMatch(label -> labelled(sample, label)));
  }

  private static boolean labelled(String sample, String label) {
    return sample.contains("{" + label) || sample.contains("," + label);
  }
}
