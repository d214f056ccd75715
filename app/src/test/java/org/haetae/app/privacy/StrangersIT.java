package org.haetae.app.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.live.FirstAccount;
import org.haetae.app.live.Visitor;
import org.haetae.domain.face.Embedding;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.Footage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Strangers and residents whose faces are marked walk past a running site, and a respondent with
 * another mark; then every byte that the site wrote and served is searched. The respondent's mark
 * has to be found: if it isn't, the search would say nothing about the others.
 */
class StrangersIT {
  private static final List<String> CAMERAS = List.of("work-gate", "home-street");
  private static final Pattern PICTURE = Pattern.compile("src=\"(/[^\"]+\\.jpg)\"");
  private static final Duration WATCHED = Duration.ofSeconds(30);

  /** Enough for the respondent to come near; then all begins again. */
  private static final int MOST = 330;

  /** Of the shown size, with a stranger's mark that would be found if nobody blurred it. */
  private static final int FEWEST_MARKED = 15;

  private static final int LOOKS_A_SECOND = 3;

  @TempDir private Path folder = Path.of("");

  private final List<Embedding> strangers = new ArrayList<>();

  @Test
  void nothingOfThemIsKeptOrShown() throws Exception {
    needFfmpeg();
    Path clips = Files.createDirectory(folder.resolve("clips"));
    List<MarkedClip> marked = marked(clips);
    Searcher searcher = new Searcher(strangers);
    theSearchFindsWhatIsPlanted(marked, clips);

    Path own = Files.createDirectory(folder.resolve("own"));
    Path temp = Files.createDirectory(own.resolve("tmp"));
    Path config = Files.writeString(folder.resolve("site.yaml"), site(marked, own));
    try (WatchedProcess haetae = new WatchedProcess(config, temp, own.resolve("haetae.log"))) {
      watch(haetae, searcher);
      // While it runs: afterwards the database's log and the temporary files are gone.
      searchFiles(own, searcher);
      assertTrue(haetae.stop(), "it doesn't end");
    }
    searchFiles(own, searcher);

    assertEquals(List.of(), searcher.standing(), "pictures that show a stranger");
    assertEquals(List.of(), searcher.vectors(), "embeddings of strangers");
    assertFalse(searcher.lying().isEmpty(), "the respondent is not seen, so this proves nothing");
    assertTrue(searcher.pictures() > 40, searcher.pictures() + " pictures");
    System.out.printf(
        "%d strangers, %d pictures and %d bytes searched, the respondent seen in %d%n",
        strangers.size(), searcher.pictures(), searcher.bytes(), searcher.lying().size());
  }

  private static void needFfmpeg() throws InterruptedException {
    try {
      new ProcessBuilder("ffmpeg", "-version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      assumeTrue(false, "there is no ffmpeg on this machine to mark faces with");
    }
  }

  private List<MarkedClip> marked(Path clips) throws Exception {
    List<MarkedClip> marked = new ArrayList<>();
    try (PhotoReader reader = new PhotoReader(Eyes.standard())) {
      for (ClipTruth truth : Footage.truths(Home.folder().resolve("camera-sim/footage/clips"))) {
        if (CAMERAS.contains(truth.camera()) && !truth.clip().startsWith("late")) {
          MarkedClip clip = MarkedClip.make(truth, MOST, clips.resolve(truth.clip()));
          marked.add(clip);
          for (Path picture : clip.strangers(clips)) {
            reader
                .largestFace(picture)
                .ifPresent(face -> strangers.add(face.template().embedding()));
          }
        }
      }
    }
    assertEquals(CAMERAS.size(), marked.size());
    assertTrue(strangers.size() >= 2, "marked faces are still found as faces");
    return marked;
  }

  /** Pictures amid other bytes, and vectors of each number's form. */
  private void theSearchFindsWhatIsPlanted(List<MarkedClip> marked, Path clips) throws Exception {
    Searcher searcher = new Searcher(strangers);
    byte[] picture = Files.readAllBytes(marked.getFirst().strangers(clips).getFirst());
    ByteBuffer amid = ByteBuffer.allocate(picture.length + 200);
    amid.position(77);
    amid.put(picture);
    searcher.search("a picture", amid.array());
    assertEquals(1, searcher.standing().size());
    for (MarkedClip clip : marked) {
      for (Path frame : clip.asShown(Files.createDirectory(clips.resolve(clip.truth().camera())))) {
        searcher.search("a frame that nobody blurred", Files.readAllBytes(frame));
      }
    }
    int unblurred = searcher.standing().size();
    assertTrue(unblurred > FEWEST_MARKED, unblurred + " frames show a stranger");
    float[] unit = new float[strangers.getFirst().dimension()];
    strangers.getFirst().copyTo(unit, 0);
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      ByteBuffer floats = ByteBuffer.allocate(4 * unit.length + 99).order(order);
      ByteBuffer doubles = ByteBuffer.allocate(8 * unit.length + 99).order(order);
      floats.position(13);
      doubles.position(13);
      for (float value : unit) {
        floats.putFloat(value * 3);
        doubles.putDouble(value);
      }
      int before = searcher.vectors().size();
      searcher.search("floats", floats.array());
      assertTrue(searcher.vectors().size() > before, "floats, " + order);
      before = searcher.vectors().size();
      searcher.search("doubles", doubles.array());
      assertTrue(searcher.vectors().size() > before, "doubles, " + order);
    }
  }

  private static String site(List<MarkedClip> marked, Path own) throws IOException {
    String demo = Files.readString(Home.folder().resolve("config").resolve("demo.yaml"));
    String text =
        demo.substring(0, demo.indexOf("\ncameras:"))
            .replace("../camera-sim/", Home.folder().resolve("camera-sim") + "/")
            .replace("port: 8480", "port: 0")
            .replace(
                "\ncasework:\n",
                """

                casework:
                  database: %1$s/haetae.db
                  keys: %1$s/keys
                  master-key: %1$s/master.key
                  approval: site-file
                """
                    .formatted(own));
    StringBuilder site = new StringBuilder(text).append("\ncameras:\n");
    for (MarkedClip clip : marked) {
      site.append(
          """
            - id: %s
              place: %s
              location: [%s]
              bearing: 45
              field-of-view: 50
              approach-rank: 1
              file: %s
          """
              .formatted(
                  clip.truth().camera(),
                  clip.truth().place(),
                  clip.truth().place().equals("home")
                      ? "37.56665, 126.97815"
                      : "37.57014, 126.98265",
                  clip.file()));
    }
    return site.toString();
  }

  /** Looks at both cameras all the time, at all pages now and then, and at each picture on them. */
  private static void watch(WatchedProcess haetae, Searcher searcher) throws Exception {
    Set<String> seen = new HashSet<>();
    List<Exception> faults = new ArrayList<>();
    int rounds = (int) WATCHED.toSeconds() * LOOKS_A_SECOND;
    CountDownLatch left = new CountDownLatch(rounds);
    try (Visitor visitor = FirstAccount.by(haetae.announced().firstLink());
        HttpClient client = HttpClient.newHttpClient();
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor()) {
      var _ =
          clockwork.scheduleAtFixedRate(
              () -> {
                if (left.getCount() == 0) {
                  return;
                }
                try {
                  for (String camera : CAMERAS) {
                    served(visitor, "/cameras/%s.jpg".formatted(camera), searcher);
                  }
                  if (left.getCount() % (3 * LOOKS_A_SECOND) == 1) {
                    pages(visitor, seen, searcher);
                    searcher.search("/metrics", metrics(client, haetae));
                  }
                } catch (Exception e) {
                  faults.add(e);
                }
                left.countDown();
              },
              0,
              1000 / LOOKS_A_SECOND,
              TimeUnit.MILLISECONDS);
      assertTrue(left.await(100, TimeUnit.SECONDS), "the site is too slow");
      clockwork.shutdownNow();
    }
    assertEquals(List.of(), faults);
    assertTrue(seen.stream().anyMatch(path -> path.startsWith("/alerts/")), "no alert: " + seen);
    assertTrue(
        haetae.limits().stream().anyMatch(line -> line.startsWith("Max core file size")),
        "the kernel tells its limits");
  }

  private static byte[] metrics(HttpClient client, WatchedProcess haetae) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(haetae.announced().metrics())).build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  private static void pages(Visitor visitor, Set<String> seen, Searcher searcher) throws Exception {
    for (String page : List.of("/wall", "/cameras", "/incidents", "/cover", "/watchlist")) {
      String body = new String(served(visitor, page, searcher), StandardCharsets.UTF_8);
      Matcher picture = PICTURE.matcher(body);
      while (picture.find()) {
        if (!picture.group(1).startsWith("/cameras/") && seen.add(picture.group(1))) {
          byte[] _ = served(visitor, picture.group(1), searcher);
        }
      }
    }
  }

  private static byte[] served(Visitor visitor, String path, Searcher searcher) throws Exception {
    HttpResponse<byte[]> answer = visitor.bytes(path);
    searcher.search(path, answer.body());
    return answer.body();
  }

  private static void searchFiles(Path own, Searcher searcher) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(own)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertTrue(files.stream().anyMatch(file -> file.endsWith("haetae.db")), files.toString());
    for (Path file : files) {
      // Libraries that the JVM unpacks are ours, not the cameras'.
      if (!file.toString().endsWith(".so")) {
        searcher.search(own.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  /** A dump would hold every face in memory; no launcher and no unit may write one. */
  @Test
  void noDumpOfMemoryIsEverWritten() throws IOException {
    String jvm = Files.readString(Home.folder().resolve("config/jvm.sh"));
    assertTrue(jvm.contains("-XX:-HeapDumpOnOutOfMemoryError"));
    assertTrue(jvm.contains("-XX:-CreateCoredumpOnCrash"));
    List<Path> settings;
    try (Stream<Path> all =
        Stream.of("config", "release/src", "haetae")
            .map(Home.folder()::resolve)
            .flatMap(StrangersIT::files)) {
      settings = all.toList();
    }
    assertTrue(settings.size() > 10, settings.toString());
    for (Path file : settings) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertFalse(text.contains("+HeapDump"), file.toString());
      assertFalse(text.contains("HeapDumpPath"), file.toString());
      assertFalse(text.contains("+CreateCoredump"), file.toString());
      if (file.toString().endsWith(".service")) {
        assertTrue(text.lines().anyMatch("LimitCORE=0"::equals), file.toString());
      }
    }
    assertTrue(jvm.contains("ulimit -c 0"), "started by hand it has the shell's limit");
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
