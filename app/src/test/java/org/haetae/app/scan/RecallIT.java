package org.haetae.app.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.Footage;
import org.junit.jupiter.api.Test;

/** The detector as the product uses it, held against what the renderer knows. */
class RecallIT {
  private static final int EVERY = 8;
  private static final int SMALLEST = DetectionSettings.standard().smallestFace();

  @Test
  void everyFaceOfTheSmallestSizeIsFoundAndNobodyElse() throws IOException {
    Path clips = Home.folder().resolve("camera-sim/footage/clips");
    List<String> missed = new ArrayList<>();
    int[] counts = new int[2];
    try (FaceDetector detector = Eyes.standard().detector()) {
      for (ClipTruth truth : Footage.truths(clips)) {
        search(clips, truth, detector, missed, counts);
      }
    }
    assertTrue(counts[0] > 60, "only %d faces were to be found".formatted(counts[0]));
    assertEquals(List.of(), missed);
    assertTrue(counts[1] <= 1, counts[1] + " faces were found where nobody is");
  }

  private static void search(
      Path clips, ClipTruth truth, FaceDetector detector, List<String> missed, int[] counts) {
    try (FrameSource source = FileSource.open(clips.resolve(truth.clip()))) {
      Frame frame = source.next(seconds -> Instant.EPOCH);
      for (int index = 0; frame != null; index++) {
        try {
          if (index % EVERY == 0) {
            List<DetectedFace> found = detector.detect(frame, Region.whole(frame), SMALLEST);
            hold(truth, index, found, missed, counts);
          }
        } finally {
          frame.release();
        }
        frame = source.next(seconds -> Instant.EPOCH);
      }
    }
  }

  private static void hold(
      ClipTruth truth, int index, List<DetectedFace> found, List<String> missed, int[] counts) {
    List<ClipTruth.Box> all =
        truth.people().stream()
            .flatMap(person -> person.boxes().stream())
            .filter(box -> box.frame() == index)
            .toList();
    for (ClipTruth.Box box : all) {
      if (box.facing() && box.h() >= SMALLEST) {
        counts[0]++;
        if (found.stream().noneMatch(face -> covers(box, face.box(), 0))) {
          missed.add("%s frame %d: %s".formatted(truth.clip(), index, box));
        }
      }
    }
    for (DetectedFace face : found) {
      if (all.stream().noneMatch(box -> covers(box, face.box(), box.h()))) {
        counts[1]++;
      }
    }
  }

  private static boolean covers(ClipTruth.Box truth, FaceBox found, double slack) {
    return found.centreX() >= truth.x() - slack
        && found.centreX() <= truth.x() + truth.w() + slack
        && found.centreY() >= truth.y() - slack
        && found.centreY() <= truth.y() + truth.h() + slack;
  }
}
