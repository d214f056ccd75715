package org.haetae.app.enrolment;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haetae.app.Eyes;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Template;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.Region;
import org.haetae.models.quality.QualityAssessor;

/** Reads enrolment photographs. Owns its networks; one thread at a time. */
public final class PhotoReader implements AutoCloseable {
  /** Faces of at least this share of a photograph's longer side are found. */
  private static final float SMALLEST_SHARE = 18f / 640;

  /** Height of the smallest face, in pixels, that the detector can find. */
  private static final float SMALLEST_FOUND = 18;

  /**
   * A second face of at least this share of the largest one's height makes a photograph ambiguous.
   */
  private static final float SECOND_FACE = 0.5f;

  private static final float SMALLEST_HEIGHT = 48;
  private static final float LEAST_SHARPNESS = 0.12f;
  private static final float LEAST_EXPOSURE = 0.6f;
  private static final float LEAST_FRONTALITY = 0.6f;

  private final FaceDetector detector;
  private final FaceEmbedder embedder;
  private final FaceCropper cropper = new FaceCropper();
  private final QualityAssessor assessor = new QualityAssessor();

  public PhotoReader(Eyes eyes) {
    detector = eyes.detector();
    embedder = eyes.embedder();
  }

  /** Checks a photograph as an enrolment needs it. */
  public PhotoResult enrol(Path file) {
    Optional<StillPicture> decoded = StillPicture.open(file);
    if (decoded.isEmpty()) {
      return new PhotoResult.Refused(file, "can't be read: it is empty, damaged or not a picture");
    }
    try (StillPicture picture = decoded.get()) {
      List<DetectedFace> faces = bySize(find(picture));
      Optional<String> ambiguity = ambiguity(faces);
      if (ambiguity.isPresent()) {
        return new PhotoResult.Refused(file, ambiguity.get());
      }
      PhotoResult.Accepted read = read(file, picture, faces.getFirst());
      return shortcoming(read)
          .<PhotoResult>map(reason -> new PhotoResult.Refused(file, reason))
          .orElse(read);
    }
  }

  /** The largest face of a photograph, however good; empty where there is none. */
  public Optional<PhotoResult.Accepted> largestFace(Path file) {
    Optional<StillPicture> decoded = StillPicture.open(file);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    try (StillPicture picture = decoded.get()) {
      return bySize(find(picture)).stream().findFirst().map(face -> read(file, picture, face));
    }
  }

  /** Every face of a picture. */
  public List<PhotoResult.Accepted> faces(Path file, StillPicture picture) {
    return find(picture).stream().map(face -> read(file, picture, face)).toList();
  }

  private List<DetectedFace> find(StillPicture picture) {
    float smallest = SMALLEST_SHARE * Math.max(picture.width(), picture.height());
    return detector.detect(picture, Region.whole(picture), Math.max(SMALLEST_FOUND, smallest));
  }

  private static List<DetectedFace> bySize(List<DetectedFace> faces) {
    return faces.stream()
        .sorted(Comparator.comparingDouble((DetectedFace f) -> f.box().area()).reversed())
        .toList();
  }

  private static Optional<String> ambiguity(List<DetectedFace> bySize) {
    if (bySize.isEmpty()) {
      return Optional.of("shows no face that the detector can find");
    }
    float largest = bySize.getFirst().box().height();
    long faces = bySize.stream().filter(f -> f.box().height() >= largest * SECOND_FACE).count();
    return faces > 1
        ? Optional.of("shows %d faces: cut it down to the one that is meant".formatted(faces))
        : Optional.empty();
  }

  /** Why a face is too bad to be enrolled; empty where it is good enough. */
  public static Optional<String> shortcoming(PhotoResult.Accepted read) {
    FaceQuality quality = read.quality();
    if (read.face().box().height() < SMALLEST_HEIGHT) {
      return Optional.of(
          "shows a face of only %d pixels height: at least %d are needed"
              .formatted(Math.round(read.face().box().height()), Math.round(SMALLEST_HEIGHT)));
    }
    if (quality.sharpness() < LEAST_SHARPNESS) {
      return Optional.of("is blurred (sharpness %.2f of 1)".formatted(quality.sharpness()));
    }
    if (quality.exposure() < LEAST_EXPOSURE) {
      return Optional.of(
          "is too dark or too bright (exposure %.2f of 1)".formatted(quality.exposure()));
    }
    if (quality.pose() < LEAST_FRONTALITY) {
      return Optional.of(
          "shows the face too far from the side (frontality %.2f of 1)".formatted(quality.pose()));
    }
    return Optional.empty();
  }

  private PhotoResult.Accepted read(Path file, StillPicture picture, DetectedFace face) {
    AlignedFace aligned = cropper.align(picture, face);
    FaceQuality quality = assessor.assess(face, aligned);
    Embedding embedding = embedder.embed(aligned);
    return new PhotoResult.Accepted(
        file, face, quality, new Template(embedding, quality.unified(), embedder.model()));
  }

  @Override
  public void close() {
    detector.close();
    embedder.close();
    cropper.close();
  }
}
