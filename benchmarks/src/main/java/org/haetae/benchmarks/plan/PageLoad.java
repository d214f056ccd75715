package org.haetae.benchmarks.plan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.haetae.casework.account.AccountDesk;
import org.haetae.console.Console;
import org.haetae.console.Desks;
import org.haetae.console.Endpoint;
import org.haetae.domain.id.UserId;

/** The console's pages over HTTP, one after the other, as somebody's browser asks for them. */
final class PageLoad {
  private static final int EACH = 200;

  /** Before anything counts: what a console has answered in its first minute. */
  private static final int WARM = 20;

  private record Page(String name, String user, String path) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random;
  private final int cases;
  private final int stations;
  private final AccountDesk accounts;
  private final Map<String, String> sessions = new HashMap<>();

  PageLoad(Random random, int cases, int stations, AccountDesk accounts) {
    this.random = random;
    this.cases = cases;
    this.stations = stations;
    this.accounts = accounts;
  }

  /** Prints how long each page takes, and how large it is. */
  void run(Desks desks, Function<long[], String> spread) throws IOException, InterruptedException {
    Console console = new Console(desks, Endpoint.local(0), Optional.empty());
    console.start();
    try (console;
        client) {
      for (IntFunction<Page> page : pages()) {
        for (int i = 0; i < WARM; i++) {
          ask(console, page.apply(random.nextInt(cases)));
        }
        long[] nanos = new long[EACH];
        int largest = 0;
        for (int i = 0; i < EACH; i++) {
          Page one = page.apply(random.nextInt(cases));
          var _ = session(one.user());
          long start = System.nanoTime();
          largest = Math.max(largest, ask(console, one));
          nanos[i] = System.nanoTime() - start;
        }
        System.out.printf(
            "  page %s (to %d kB): %s%n",
            page.apply(0).name(), largest / 1000, spread.apply(nanos));
      }
    }
  }

  private List<IntFunction<Page>> pages() {
    List<IntFunction<Page>> pages = new ArrayList<>();
    pages.add(i -> new Page("people, a supervisor's", "bench", "/cover?skip=" + i));
    pages.add(i -> new Page("people, an officer's", officer(i), "/cover"));
    pages.add(i -> new Page("wall", officer(i), "/wall/now"));
    pages.add(i -> ofCase("case", i, ""));
    pages.add(i -> ofCase("risk checklist", i, "/risk"));
    pages.add(i -> ofCase("watch of a case", i, "/watch"));
    pages.add(i -> ofCase("inspection", i, "/inspection"));
    pages.add(i -> ofCase("support", i, "/support"));
    pages.add(i -> new Page("watches", officer(i), "/watches"));
    pages.add(
        i ->
            new Page(
                "station", officer(i), "/watches/stations/station-%03d".formatted(i % stations)));
    pages.add(i -> new Page("releases", officer(i), "/releases"));
    pages.add(i -> new Page("planning", officer(i), "/planning"));
    return pages;
  }

  private Page ofCase(String name, int number, String rest) {
    return new Page(name, officer(number), "/cases/case-%05d%s".formatted(number, rest));
  }

  private String officer(int number) {
    return "officer-%04d".formatted(number % (stations * 4));
  }

  private String session(String user) {
    return sessions.computeIfAbsent(
        user, name -> accounts.enter(accounts.pass(new UserId(name))).secret());
  }

  private int ask(Console console, Page page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(console.address().replaceFirst("/$", "") + page.path()))
            .header("Cookie", "haetae-session=" + session(page.user()))
            .build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page + " was answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  /** A folder for keys that seal nothing here. */
  static Path keys() throws IOException {
    return Files.createTempDirectory("plan-keys");
  }
}
