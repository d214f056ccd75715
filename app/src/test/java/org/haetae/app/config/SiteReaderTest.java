package org.haetae.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.haetae.app.Home;
import org.haetae.pipeline.fit.FitNeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteReaderTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final Path DEMO = Home.folder().resolve("config/demo.yaml");

  @TempDir private Path temp = Path.of("");

  @Test
  void theDemoSiteIsGood() {
    Site site = assertInstanceOf(SiteReader.Outcome.Good.class, SiteReader.read(DEMO, NOW)).site();
    assertEquals(4, site.cameras().size());
    assertEquals(3, site.orders().size());
    assertTrue(site.orders().getFirst().inForceAt(NOW.instant()));
  }

  @Test
  void everyProblemIsSaidAtOnceWithItsLine() throws IOException {
    String broken =
        demo()
            .replace("field-of-view: 50", "feild-of-view: 50")
            .replace("kind: work", "kind: office")
            .replace("exclusion-radius: 100", "exclusion-radius: 0")
            .replace("respondent: respondent-seo", "respondent: respondent-nobody")
            .replace("valid-until: P55D", "valid-until: P-55D")
            .replace("bearing: 45", "bearing: north");
    List<ConfigProblem> problems = problems(broken);
    said(problems, "did you mean \"field-of-view\"?");
    said(problems, "\"kind\" is \"office\": it must be one of home, work, school");
    said(problems, "must be more than 0 metres");
    said(problems, "no respondent respondent-nobody");
    said(problems, "an order must begin before it ends");
    said(problems, "it must be a number");
    int line = lineOf(broken, "feild-of-view");
    assertTrue(problems.stream().anyMatch(p -> p.line() == line && p.message().contains("feild")));
  }

  @Test
  void whatRecognitionNeedsMayBeSet() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("strict.yaml"),
            Files.readString(DEMO)
                    .replace("../camera-sim/", Home.folder().resolve("camera-sim") + "/")
                + "recognition: {face-height: 60, distance: 3}\n");
    Site site = assertInstanceOf(SiteReader.Outcome.Good.class, SiteReader.read(file, NOW)).site();
    assertEquals(new FitNeeds(60, 250, 3, 8), site.needs());
    said(problems(demo() + "recognition: {face-height: 0}\n"), "must be more than 0");
    said(problems(demo() + "recognition: {face: 80}\n"), "face-height");
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() throws IOException {
    said(problems("site: demo\nplaces: [unclosed\n"), "this is not YAML");
    said(problems(""), "the file is empty");
    said(problems("- a\n- b\n"), "must be a mapping");
  }

  @Test
  void aMissingFileIsAProblem() {
    SiteReader.Outcome outcome = SiteReader.read(temp.resolve("nowhere.yaml"), NOW);
    said(assertInstanceOf(SiteReader.Outcome.Bad.class, outcome).problems(), "missing");
  }

  @Test
  void twiceTheSameIdIsAProblem() throws IOException {
    said(problems(demo().replace("id: home-door", "id: home-street")), "stands twice");
  }

  @Test
  void mutatedFilesNeverThrow() throws IOException {
    long seed = 20260301;
    Random random = new Random(seed);
    byte[] good = demo().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < 400; i++) {
      byte[] bad = good.clone();
      for (int j = 0; j < 1 + random.nextInt(6); j++) {
        bad[random.nextInt(bad.length)] = (byte) (32 + random.nextInt(95));
      }
      Path file = Files.write(temp.resolve("mutated.yaml"), bad);
      try {
        SiteReader.read(file, NOW);
      } catch (RuntimeException e) {
        throw new AssertionError("seed %d, round %d".formatted(seed, i), e);
      }
    }
  }

  private static String demo() throws IOException {
    return Files.readString(DEMO)
        .replace("../camera-sim", Home.folder().resolve("camera-sim").toString());
  }

  private List<ConfigProblem> problems(String yaml) throws IOException {
    Path file = Files.writeString(temp.resolve("site.yaml"), yaml);
    return assertInstanceOf(SiteReader.Outcome.Bad.class, SiteReader.read(file, NOW)).problems();
  }

  private static void said(List<ConfigProblem> problems, String part) {
    assertTrue(
        problems.stream().anyMatch(problem -> problem.message().contains(part)),
        () -> "\"" + part + "\" is not said in " + problems);
  }

  private static int lineOf(String text, String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count();
  }
}
