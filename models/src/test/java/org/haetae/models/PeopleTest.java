package org.haetae.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.ModelId;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.embed.MobileFaceNetEmbedder;
import org.haetae.models.network.EngineKind;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.MirroredPicture;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;
import org.haetae.models.pose.PoseNetwork;
import org.haetae.models.weights.ModelName;
import org.junit.jupiter.api.Test;

/** Detector, embedder and pose together on photographs of rendered and of real people. */
class PeopleTest {
  private static final int MOST_PIXELS = 416 * 416;

  private static FaceDetector detector() {
    return new CenterFaceDetector(
        Home.networks().load(ModelName.CENTERFACE, EngineKind.PYTORCH), MOST_PIXELS);
  }

  private static FaceEmbedder embedder(EngineKind engine) {
    return new MobileFaceNetEmbedder(
        Home.networks().load(ModelName.MOBILEFACENET, engine), new ModelId("mobilefacenet", "1"));
  }

  private static List<DetectedFace> detect(FaceDetector detector, Picture picture) {
    float smallest = Math.max(picture.width(), picture.height()) * 18 / 256f;
    return detector.detect(picture, Region.whole(picture), smallest);
  }

  private static Embedding embed(
      FaceDetector detector, FaceCropper cropper, FaceEmbedder embedder, Path photograph)
      throws IOException {
    try (StillPicture picture = Home.decode(photograph)) {
      return embedder.embed(cropper.align(picture, detect(detector, picture).getFirst()));
    }
  }

  @Test
  void aMirroredFaceLooksTheOtherWay() throws IOException {
    int turned = 0;
    try (FaceDetector detector = detector();
        PoseNetwork pose =
            new PoseNetwork(Home.networks().load(ModelName.POSE, EngineKind.ONNX_RUNTIME))) {
      for (Path photograph : Home.enrolmentPhotographs()) {
        try (StillPicture picture = Home.decode(photograph)) {
          FaceBox box = detect(detector, picture).getFirst().box();
          FaceBox mirrored =
              new FaceBox(
                  picture.width() - box.x() - box.width(), box.y(), box.width(), box.height());
          float yaw = pose.estimate(picture, box).yaw();
          float other = pose.estimate(new MirroredPicture(picture), mirrored).yaw();
          if (Math.abs(yaw) > 10) {
            turned++;
            assertTrue(yaw * other < 0, photograph + ": " + yaw + " and " + other);
          }
        }
      }
    }
    assertTrue(turned >= 3, "only " + turned + " photographs show a turned head");
  }

  @Test
  void bothEnginesSeeTheSameInARealFace() throws IOException {
    try (FaceDetector detector = detector();
        FaceCropper cropper = new FaceCropper();
        FaceEmbedder torch = embedder(EngineKind.PYTORCH);
        FaceEmbedder onnx = embedder(EngineKind.ONNX_RUNTIME)) {
      for (Path person : Home.realPeople()) {
        Path photograph = Home.photographs(person).getFirst();
        try (StillPicture picture = Home.decode(photograph)) {
          AlignedFace face = cropper.align(picture, detect(detector, picture).getFirst());
          float cosine = torch.embed(face).cosine(onnx.embed(face));
          assertTrue(cosine >= 0.9999, photograph + ": " + cosine);
        }
      }
    }
  }

  @Test
  void aRealPersonIsMoreLikeThemselvesThanLikeAnybodyElse() throws IOException {
    List<Embedding> first = new ArrayList<>();
    List<Embedding> second = new ArrayList<>();
    try (FaceDetector detector = detector();
        FaceCropper cropper = new FaceCropper();
        FaceEmbedder embedder = embedder(EngineKind.PYTORCH)) {
      for (Path person : Home.realPeople()) {
        List<Path> photographs = Home.photographs(person);
        first.add(embed(detector, cropper, embedder, photographs.get(0)));
        second.add(embed(detector, cropper, embedder, photographs.get(1)));
      }
    }
    for (int i = 0; i < first.size(); i++) {
      float own = first.get(i).cosine(second.get(i));
      for (int j = 0; j < first.size(); j++) {
        assertTrue(j == i || own > first.get(i).cosine(second.get(j)), i + " against " + j);
      }
    }
  }
}
