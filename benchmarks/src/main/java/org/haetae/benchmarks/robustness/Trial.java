package org.haetae.benchmarks.robustness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.benchmarks.robustness.corruption.Bitmap;
import org.haetae.benchmarks.robustness.corruption.Corruption;
import org.haetae.benchmarks.robustness.corruption.Optics;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.opencv.StillPicture;

/** Spoils every photograph in one way and reads it again. */
final class Trial {
  /** A detection that overlaps the true place by less is another thing. */
  private static final float SAME_PLACE = 0.3f;

  private final PhotoReader reader;
  private final List<Photograph> probes;
  private final long seed;

  /**
   * @param ofEach how many photographs of each person are spoilt, its first ones
   */
  Trial(Photographs clean, PhotoReader reader, int ofEach, long seed) {
    this.probes = clean.firstOfEach(ofEach);
    this.reader = reader;
    this.seed = seed;
  }

  /** The photographs as they are. */
  List<Outcome.Probe> untouched() {
    return probes.stream()
        .map(photograph -> new Outcome.Probe(photograph, Optional.of(photograph.read())))
        .toList();
  }

  List<Outcome.Probe> run(Corruption corruption, int severity) {
    List<Outcome.Probe> read = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      Photograph photograph = probes.get(i);
      Bitmap spoilt =
          corruption.applied(
              photograph.picture(), photograph.read().face(), severity, seed * 1_000_003 + i);
      FaceBox place =
          corruption.moved(photograph.read().face().box(), photograph.picture(), severity);
      read.add(new Outcome.Probe(photograph, read(spoilt, place)));
    }
    return read;
  }

  private Optional<PhotoResult.Accepted> read(Bitmap spoilt, FaceBox place) {
    try (StillPicture picture =
        StillPicture.decode(Optics.encode(spoilt, ".bmp"))
            .orElseThrow(
                () -> new Problem(ExitCode.UNAVAILABLE, "a spoilt picture can't be read again"))) {
      return reader.faces(Path.of("spoilt"), picture).stream()
          .filter(read -> read.face().box().overlap(place) >= SAME_PLACE)
          .max(Comparator.comparingDouble(read -> read.face().box().overlap(place)));
    }
  }
}
