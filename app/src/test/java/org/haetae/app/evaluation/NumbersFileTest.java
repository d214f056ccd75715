package org.haetae.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.ErrorCurve.Point;
import org.haetae.console.site.Measurement;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumbersFileTest {
  private static final Instant NOW = Instant.parse("2026-11-27T13:00:00.5Z");
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir private Path place = Path.of("");
  private Path file = Path.of("");
  private NumbersFile<PhotographErrors> numbers = NumbersFile.photographs(records());

  @BeforeEach
  void name() {
    numbers = NumbersFile.photographs(records());
    file = numbers.path();
  }

  private Records records() {
    return new Records(place.resolve("haetae.db"), place, place);
  }

  private double[] scores(double mean, int many) {
    return DoubleStream.generate(() -> Math.clamp(mean + 0.15 * random.nextGaussian(), -1, 1))
        .limit(many)
        .toArray();
  }

  private Evaluation evaluation() {
    return new Evaluation(
        10,
        100,
        List.of("/secret/people/kim/1.jpg"),
        new ErrorRates(scores(0.6, 450), scores(0.1, 20_000)),
        new ErrorRates(scores(0.6, 99), scores(0.3, 99)),
        "mobilefacenet@shipped-0.0.1");
  }

  private PhotographErrors read() {
    return numbers.read().known().orElseThrow(() -> new AssertionError("seed " + seed));
  }

  @Test
  void whatIsReadIsWhatWasMeasured() throws IOException {
    Evaluation evaluation = evaluation();
    numbers.write(evaluation.numbers(NOW));
    PhotographErrors read = read();
    assertEquals(Instant.parse("2026-11-27T13:00:00Z"), read.measured());
    assertEquals("mobilefacenet@shipped-0.0.1", read.model());
    assertEquals(
        List.of(10L, 100L, 1L), List.of(read.people(), read.photographs(), read.withoutFace()));
    assertEquals(450, read.pairs().genuine());
    assertEquals(99, read.searches().impostor());
    ErrorRates rates = evaluation.verification();
    for (Point point : read.pairs().points()) {
      String told = "seed %d, %s".formatted(seed, point);
      assertEquals(
          rates.falseAcceptRate(point.threshold()),
          read.pairs().falsePositives(point),
          1e-12,
          told);
      assertEquals(
          rates.falseRejectRate(point.threshold()), read.pairs().misses(point), 1e-12, told);
    }
  }

  /** The page must not say another threshold than the command has printed. */
  @Test
  void theMainPointsAreThoseOfTheCommand() {
    ErrorRates rates = evaluation().verification();
    ErrorCurve curve = MeasuredCurve.of(rates);
    for (double rate : new double[] {1e-1, 1e-2, 1e-3, 1e-4}) {
      Point point = curve.at(rate).orElseThrow();
      String told = "seed %d, rate %s".formatted(seed, rate);
      assertEquals(rates.thresholdAt(rate), point.threshold(), 2e-6, told);
      assertEquals(rates.falseRejectRate(point.threshold()), curve.misses(point), 1e-12, told);
    }
    assertTrue(curve.at(1e-5).isEmpty(), "20,000 can't tell of one in 100,000");
  }

  @Test
  void manyScoresStayASmallFile() throws IOException {
    Evaluation large =
        new Evaluation(
            1000,
            10_000,
            List.of(),
            new ErrorRates(scores(0.6, 30_000), scores(0.1, 500_000)),
            new ErrorRates(scores(0.6, 10_000), scores(0.3, 10_000)),
            "m");
    numbers.write(large.numbers(NOW));
    assertTrue(Files.size(file) < 64 * 1024, "bytes: " + Files.size(file));
    assertEquals(500_000, read().pairs().impostor());
  }

  @Test
  void anEvaluationTakesThePlaceOfTheOneBefore() throws IOException {
    numbers.write(evaluation().numbers(NOW));
    numbers.write(evaluation().numbers(NOW.plusSeconds(60)));
    assertEquals(Instant.parse("2026-11-27T13:01:00Z"), read().measured());
    try (var all = Files.list(place)) {
      assertEquals(List.of(file), all.toList());
    }
  }

  @Test
  void numbersAreAllThatItHolds() throws IOException {
    numbers.write(evaluation().numbers(NOW));
    String text = Files.readString(file);
    assertFalse(text.contains("kim") || text.contains("secret") || text.contains("jpg"), text);
  }

  @Test
  void nothingIsNoEvaluation() {
    assertInstanceOf(Measurement.None.class, numbers.read());
  }

  @Test
  void whatIsNoFileOfOursIsNotBelieved() throws IOException {
    numbers.write(evaluation().numbers(NOW));
    String good = Files.readString(file);
    List<String> foreign =
        List.of(
            "",
            "null",
            "[]",
            "{}",
            good + "{}",
            good.substring(0, good.length() - 1),
            good.replace("\"format\":1", "\"format\":2"),
            good.replace("\"format\":1,", ""),
            good.replace("\"format\":1", "\"format\":1,\"note\":1"),
            good.replace("\"mobilefacenet@shipped-0.0.1\"", "\"" + "m".repeat(101) + "\""),
            good.replace("\"mobilefacenet@shipped-0.0.1\"", "null"),
            good.replace("\"people\":10", "\"people\":-1"),
            good.replace("\"people\":10", "\"people\":99999999999999999999"),
            good.replace("\"measured\":\"2026-11-27T", "\"measured\":\"2026-13-27T"),
            good.replaceFirst("\"genuine\":450", "\"genuine\":0"),
            good.replaceFirst("\"impostor\":20000", "\"impostor\":10"),
            good.replaceFirst("\"threshold\":[-0-9.]+", "\"threshold\":\"NaN\""),
            good.replaceFirst("\"threshold\":[-0-9.]+", "\"threshold\":\"-INF\""),
            good.replaceFirst("\"threshold\":[-0-9.]+", "\"threshold\":0.99"));
    for (String text : foreign) {
      assertNotEquals(good, text);
      Files.writeString(file, text);
      assertInstanceOf(Measurement.Unreadable.class, numbers.read(), text);
    }
    Files.writeString(file, good);
    read();
  }

  @Test
  void whatIsTooLargeOrNoPlainFileIsNotRead() throws IOException {
    Files.write(file, new byte[4 * 1024 * 1024]);
    assertInstanceOf(Measurement.Unreadable.class, numbers.read());
    Files.delete(file);
    Files.createDirectory(file);
    assertInstanceOf(Measurement.Unreadable.class, numbers.read());
    Files.delete(file);
    numbers.write(evaluation().numbers(NOW));
    Path real = Files.move(file, place.resolve("real"));
    Files.createSymbolicLink(file, real);
    assertInstanceOf(Measurement.Unreadable.class, numbers.read());
  }

  /** Bytes that were changed are refused or still make sense. */
  @Test
  void changedBytesNeverBreakThePage() throws IOException {
    numbers.write(evaluation().numbers(NOW));
    byte[] good = Files.readAllBytes(file);
    for (int run = 0; run < 3000; run++) {
      byte[] bytes = good.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      switch (numbers.read(bytes)) {
        case Measurement.Known(PhotographErrors errors) ->
            assertTrue(
                errors.pairs().points().stream()
                    .allMatch(point -> errors.pairs().misses(point) <= 1),
                "seed " + seed);
        case Measurement.Unreadable<PhotographErrors> _ -> {}
        case Measurement.None<PhotographErrors> _ ->
            throw new AssertionError(
                "seed %d: %s".formatted(seed, new String(bytes, StandardCharsets.ISO_8859_1)));
      }
    }
  }

  private static final String RECORDINGS =
      """
      {"format":1,"errors":{"measured":"2026-11-27T13:00:00Z","model":"net@1","recordings":5,
       "seconds":83.4,"gallerySize":2,"target":0.0001,"targets":[
        {"rate":0.01,"threshold":0.41,
         "identified":{"hits":8,"trials":10,"people":6,"low":0.5,"high":0.95},
         "falselyIdentified":{"hits":1,"trials":900,"people":60,"low":0.0,"high":0.0062}},
        {"rate":0.0001,"threshold":0.48,
         "identified":{"hits":7,"trials":10,"people":6,"low":0.44,"high":0.917},
         "falselyIdentified":{"hits":0,"trials":900,"people":60,"low":0.0,"high":0.0596}}]}}
      """;

  private Measurement<RecordingErrors> recordings(String text) {
    return NumbersFile.recordings(records()).read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void recordingsHaveAFileOfTheirOwn() throws IOException {
    RecordingErrors errors = recordings(RECORDINGS).known().orElseThrow();
    NumbersFile<RecordingErrors> own = NumbersFile.recordings(records());
    own.write(errors);
    assertEquals(new Measurement.Known<>(errors), own.read());
    assertInstanceOf(Measurement.None.class, numbers.read());
  }

  @Test
  void numbersOfRecordingsThatMakeNoSenseAreNotBelieved() {
    for (String text :
        List.of(
            RECORDINGS.replace("\"rate\":0.01,", "\"rate\":0.00001,"),
            RECORDINGS.replace("\"rate\":0.01,", "\"rate\":0.6,"),
            RECORDINGS.replace("\"target\":0.0001", "\"target\":0.001"),
            RECORDINGS.replace("\"hits\":0", "\"hits\":901"),
            RECORDINGS.replace("\"people\":60", "\"people\":-1"),
            RECORDINGS.replace("\"low\":0.44", "\"low\":0.95"),
            RECORDINGS.replace("\"high\":0.0596", "\"high\":1.1"),
            RECORDINGS.replace("\"gallerySize\":2", "\"gallerySize\":0"),
            RECORDINGS.replace("\"seconds\":83.4", "\"seconds\":-1"),
            RECORDINGS.replace("0.48", "\"NaN\""),
            RECORDINGS.replace("net@1", " "))) {
      assertNotEquals(RECORDINGS, text);
      assertInstanceOf(Measurement.Unreadable.class, recordings(text), text);
    }
  }

  /** An alert of another network, or for another target, says nothing of this measurement. */
  @Test
  void anAlertSaysOnlyWhatWasMeasuredOfItself() {
    RecordingErrors errors = recordings(RECORDINGS).known().orElseThrow();
    assertEquals(900, errors.of("net@1", 1e-4).orElseThrow().falselyIdentified().trials());
    assertTrue(errors.of("net@2", 1e-4).isEmpty());
    assertTrue(errors.of("net@1", 1e-2).isEmpty());
  }
}
