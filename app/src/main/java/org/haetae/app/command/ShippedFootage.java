package org.haetae.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.haetae.app.Home;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.Footage;

/** What the footage that comes with the product shows. */
final class ShippedFootage {
  private ShippedFootage() {}

  /**
   * @throws Problem when it is missing
   */
  static List<ClipTruth> truths() {
    Path clips = Home.folder().resolve("camera-sim").resolve("footage").resolve("clips");
    try {
      return Footage.truths(clips);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE, "the demo's footage in %s can't be read".formatted(clips), e);
    }
  }
}
