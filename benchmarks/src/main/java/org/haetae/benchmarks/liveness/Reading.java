package org.haetae.benchmarks.liveness;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.liveness.LivenessNetwork;
import org.haetae.models.network.EngineKind;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.Picture;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;

/** Reads pictures with the product's own networks, and says how live their largest face looks. */
final class Reading implements AutoCloseable {
  private final PhotoReader reader = new PhotoReader(Eyes.standard());
  private final LivenessNetwork liveness =
      new LivenessNetwork(
          new DjlNetworks(WeightStore.open(Home.weights()))
              .load(ModelName.LIVENESS, EngineKind.ONNX_RUNTIME));

  /** How live a face looks, how high it is in pixels, and whose it may be. */
  record Face(Presentation.Answers answers, double height, Embedding embedding) {}

  /** The largest face; empty where none is found. */
  Optional<Face> largest(Path file) {
    Optional<StillPicture> decoded = StillPicture.open(file);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    try (StillPicture picture = decoded.get()) {
      return reader.faces(file, picture).stream()
          .max(Comparator.comparingDouble((PhotoResult.Accepted read) -> read.face().box().area()))
          .map(
              read ->
                  new Face(
                      answers(picture, read.face().box()),
                      read.face().box().height(),
                      read.template().embedding()));
    }
  }

  private Presentation.Answers answers(Picture picture, FaceBox box) {
    Cut cut = Cut.around(box, picture);
    return new Presentation.Answers(
        liveness.live(picture, box),
        liveness.live(Framed.around(box, picture), box),
        liveness.live(cut, cut.mapped(box)));
  }

  @Override
  public void close() {
    reader.close();
    liveness.close();
  }
}
