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
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.app.Home;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.models.network.DeviceKind;
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
            .replace("valid-until: P50D", "valid-until: P-50D")
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
  void anOrderIsHeldAgainstTheLaw() throws IOException {
    String broken =
        demo()
            .replace("valid-until: P75D", "valid-until: P100D")
            .replace("measures: [stay-away 100,", "measures: [leave-home, stay-away 0,");
    List<ConfigProblem> problems = problems(broken);
    said(problems, "order order-0117 demands LEAVE_HOME, which its legal basis doesn't allow");
    said(problems, "has a distance to stay away of 0.0 metres: it must be more than 0");
    int line = lineOf(broken, "- id: order-0117");
    assertTrue(problems.stream().allMatch(p -> p.line() == line), problems::toString);
    said(problems(demo().replace("valid-until: P75D", "valid-until: P100D")), "it can last until");
    String unknown = problems(demo().replace("[stay-away 100,", "[stay-off,")).toString();
    assertTrue(unknown.contains("it must be one of stay-away, no-contact"), unknown);
  }

  @Test
  void aPlaceMayKnowItsResidents() throws IOException {
    String residents =
        """
        residents:
          - id: protected-yun
            places: [home]
            photographs: %s
            consent: form of 2026-03-01
        """
            .formatted(Home.folder().resolve("camera-sim/footage/stills/protected-yun"));
    String site =
        demo().replaceFirst("    exclusion-radius: 100\n", "$0    unfamiliar-faces: true\n")
            + residents;
    Path file = Files.writeString(temp.resolve("residents.yaml"), site);
    SiteReader.Outcome outcome = SiteReader.read(file, NOW);
    Site read = assertInstanceOf(SiteReader.Outcome.Good.class, outcome, outcome::toString).site();
    assertEquals(Set.of(new PlaceId("home")), read.unfamiliar());
    assertEquals("protected-yun", read.residents().getFirst().id().value());
    said(problems(demo() + residents), "home does not look for unfamiliar faces");
    said(problems(site.replace("    consent: form of 2026-03-01\n", "")), "\"consent\"");
    said(problems(site.replace("form of 2026-03-01", "\"\"")), "nobody is enrolled without");
    said(problems(site.replace("id: protected-yun", "id: haetae-yun")), "the rehearsal's own");
  }

  @Test
  void timesThatMatterMayBeSaid() throws IOException {
    String handOver =
        """
            valid-until: P75D
            lawful-presence:
              - reason: hand-over
                days: [sat, sunday]
                time: 10:00-11:00
                places: [home]
              - {reason: hearing, date: 2026-03-02, time: "09:00-12:00", places: [work]}
        """;
    String site = demo().replace("    valid-until: P75D\n", handOver);
    Path file = Files.writeString(temp.resolve("times.yaml"), site + "night: 22:00-06:00\n");
    SiteReader.Outcome outcome = SiteReader.read(file, NOW);
    Site read = assertInstanceOf(SiteReader.Outcome.Good.class, outcome, outcome::toString).site();
    OrderId order = new OrderId("order-0117");
    PlaceId home = new PlaceId("home");
    Instant saturdayTen = Instant.parse("2026-03-07T01:30:00Z");
    assertEquals(
        List.of(new Circumstance(Circumstance.Effect.LOWERS, "hand-over")),
        read.circumstances().of(order, home, saturdayTen));
    assertEquals(List.of(), read.circumstances().of(order, new PlaceId("work"), saturdayTen));
    assertEquals(List.of(), read.circumstances().of(new OrderId("order-0204"), home, saturdayTen));
    Instant hearing = Instant.parse("2026-03-02T00:00:00Z");
    assertEquals("hearing", words(read, order, new PlaceId("work"), hearing));
    assertEquals("at night", words(read, order, home, Instant.parse("2026-03-02T14:00:00Z")));
    said(problems(demo() + "night: late\n"), "it must be hours such as 22:00-06:00");
    said(problems(demo() + "night: 06:00-06:00\n"), "must not end when it begins");
    said(problems(site.replace("days: [sat, sunday]", "days: [someday]")), "is no day");
    said(problems(site.replace("        days: [sat, sunday]\n", "")), "give either \"days\"");
  }

  private static String words(Site site, OrderId order, PlaceId place, Instant at) {
    return site.circumstances().of(order, place, at).stream()
        .map(Circumstance::words)
        .collect(Collectors.joining(", "));
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
  void networksMayRunOnAGraphicsCard() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("card.yaml"),
            Files.readString(DEMO)
                    .replace("../camera-sim/", Home.folder().resolve("camera-sim") + "/")
                + "engines: {device: cuda, batch: 16}\n");
    Site site = assertInstanceOf(SiteReader.Outcome.Good.class, SiteReader.read(file, NOW)).site();
    assertEquals(DeviceKind.CUDA, site.engines().device());
    assertEquals(16, site.engines().batch());
    said(problems(demo() + "engines: {batch: 0}\n"), "between 1 and 64");
    said(problems(demo() + "engines: {device: tpu}\n"), "device");
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
