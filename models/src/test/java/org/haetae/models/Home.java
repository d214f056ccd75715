package org.haetae.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.weights.WeightStore;

/** Where the checkout lies, and what in it these tests read. */
public final class Home {
  private static final Path HOME = Path.of(System.getProperty("haetae.home", ".."));

  private Home() {}

  public static Path weights() {
    return HOME.resolve("models/weights");
  }

  public static Path reference() {
    return HOME.resolve("models/convert/reference");
  }

  public static DjlNetworks networks() {
    return new DjlNetworks(WeightStore.open(weights()));
  }

  /** Photographs of rendered people, always there. */
  public static List<Path> enrolmentPhotographs() throws IOException {
    return photographs(HOME.resolve("camera-sim/footage/enrolment"));
  }

  /**
   * Photographs of real people, one folder each; skips the test where the data set is not there.
   */
  public static List<Path> realPeople() throws IOException {
    Path folder = HOME.resolve("../shared/eval/lfw100");
    assumeTrue(Files.isDirectory(folder), "the evaluation photographs are not at " + folder);
    try (Stream<Path> people = Files.list(folder)) {
      return people.filter(Files::isDirectory).sorted().toList();
    }
  }

  public static List<Path> photographs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  public static StillPicture decode(Path photograph) throws IOException {
    return StillPicture.decode(Files.readAllBytes(photograph))
        .orElseThrow(() -> new IOException("not a picture: " + photograph));
  }
}
