package org.haetae.console.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.haetae.console.Browser;
import org.haetae.console.House;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred operators look at the wall while alerts flow. */
class StreamsIT {
  private static final int OPERATORS = 200;
  private static final int ALERTS = 50;
  private static final long MEGABYTE = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Someone's open stream, read until all words have come. */
  private record Held(InputStream stream, CountDownLatch words) {}

  @Test
  void eachIsToldOfEachAndNoneIsLeft(@TempDir Path place) throws Exception {
    try (House house = new House(place);
        Browser operator = house.browser("operator-na", "en");
        HttpClient client = HttpClient.newHttpClient()) {
      try {
        eachIsTold(house, operator, client);
      } finally {
        client.shutdownNow(); // closing alone waits for streams that nobody ends
      }
      until("all are gone", () -> house.live.alerts.listening() == 0);
    }
  }

  private static void eachIsTold(House house, Browser operator, HttpClient client)
      throws Exception {
    long before = heap();
    List<Held> all = new ArrayList<>();
    for (int n = 0; n < OPERATORS; n++) {
      all.add(hold(operator, client));
    }
    until("all listen", () -> house.live.alerts.listening() == OPERATORS);
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    Instant start = Instant.now();
    for (int n = 0; n < ALERTS; n++) {
      var _ = house.live.comes(Severity.DANGER);
    }
    Instant raised = Instant.now();
    for (Held one : all) {
      assertTrue(one.words().await(LIMIT.toSeconds(), TimeUnit.SECONDS), "words: " + one.words());
    }
    Instant told = Instant.now();
    long grown = (heap() - before) / MEGABYTE;
    System.out.printf(
        "%d streams, %d alerts raised in %d ms, all told %d ms later; heap +%d MB, %d threads%n",
        OPERATORS,
        ALERTS,
        Duration.between(start, raised).toMillis(),
        Duration.between(raised, told).toMillis(),
        grown,
        threads);
    assertTrue(threads < OPERATORS / 2, "a stream takes no thread of its own: " + threads);
    assertTrue(grown < OPERATORS / 2, "MB: " + grown);
    for (Held one : all) {
      one.stream().close();
    }
  }

  private static Held hold(Browser operator, HttpClient client) throws Exception {
    InputStream stream =
        client.send(operator.to("/events").build(), BodyHandlers.ofInputStream()).body();
    CountDownLatch words = new CountDownLatch(ALERTS);
    Thread.ofVirtual().start(() -> read(stream, words));
    return new Held(stream, words);
  }

  private static void read(InputStream stream, CountDownLatch words) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().filter("event: alert"::equals).forEach(_ -> words.countDown());
    } catch (IOException | UncheckedIOException closed) {
      assertTrue(words.getCount() == 0, "a stream broke");
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void until(String what, Condition condition) {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.holds() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertTrue(condition.holds(), what);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
