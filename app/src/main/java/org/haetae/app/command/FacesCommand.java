package org.haetae.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.HeadPose;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.pose.PoseNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the networks see in pictures. */
@Command(
    name = "faces",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the faces of pictures: box, five landmarks, head pose and quality components (ISO/IEC"
          + " 29794-5, 0 to 1).",
      ""
    },
    footer = {
      "",
      "Example: haetae faces portrait.jpg --json --embedding",
      "Exit codes: 0 every picture was read, 1 a picture could not be read or shows no face, 3 the"
          + " weights are missing or altered."
    })
final class FacesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "JPEG, PNG, WebP or BMP files.")
  private List<Path> images = List.of();

  @Option(names = "--json", description = "One JSON object a face on standard output.")
  private boolean json;

  @Option(
      names = "--embedding",
      description = "With --json: the 512 components of the embedding too.")
  private boolean embedding;

  @Override
  public Integer call() {
    boolean failed = false;
    Eyes eyes = Eyes.standard();
    try (PhotoReader reader = new PhotoReader(eyes);
        PoseNetwork pose = eyes.pose()) {
      for (Path image : images) {
        failed |= !show(image, reader, pose);
      }
    }
    return (failed ? ExitCode.FAILURE_FOUND : ExitCode.DONE).value();
  }

  private boolean show(Path image, PhotoReader reader, PoseNetwork pose) {
    Optional<StillPicture> decoded = StillPicture.open(image);
    if (decoded.isEmpty()) {
      System.err.printf(
          "haetae: %s can't be read: it is missing, empty, damaged or not a picture%n", image);
      return false;
    }
    try (StillPicture picture = decoded.get()) {
      List<PhotoResult.Accepted> faces = reader.faces(image, picture);
      for (int i = 0; i < faces.size(); i++) {
        print(image, i, faces.get(i), pose.estimate(picture, faces.get(i).face().box()));
      }
      if (faces.isEmpty()) {
        System.err.printf("haetae: %s shows no face that the detector can find%n", image);
      }
      return !faces.isEmpty();
    }
  }

  private void print(Path image, int index, PhotoResult.Accepted read, HeadPose pose) {
    FaceBox box = read.face().box();
    FaceQuality quality = read.quality();
    if (!json) {
      System.out.printf(
          "%s  face %d: %.0fx%.0f pixels at %.0f,%.0f, score %.2f, quality %.2f (size %.2f,"
              + " sharpness %.2f, contrast %.2f, exposure %.2f, pose %.2f), yaw %.0f°, pitch %.0f°,"
              + " roll %.0f°%n",
          image.getFileName(),
          index + 1,
          box.width(),
          box.height(),
          box.x(),
          box.y(),
          read.face().score(),
          quality.unified(),
          quality.size(),
          quality.sharpness(),
          quality.contrast(),
          quality.exposure(),
          quality.pose(),
          pose.yaw(),
          pose.pitch(),
          pose.roll());
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "face");
    line.put("image", image.toString());
    line.put("face", index + 1);
    line.put("box", rounded(box.x(), box.y(), box.width(), box.height()));
    line.put("score", JsonLines.round(read.face().score(), 4));
    Landmarks l = read.face().landmarks();
    line.put(
        "landmarks",
        List.of(
            rounded(l.leftEyeX(), l.leftEyeY()),
            rounded(l.rightEyeX(), l.rightEyeY()),
            rounded(l.noseX(), l.noseY()),
            rounded(l.leftMouthX(), l.leftMouthY()),
            rounded(l.rightMouthX(), l.rightMouthY())));
    line.put("pose", poseOf(pose));
    line.put("quality", qualityOf(quality));
    if (embedding) {
      float[] vector = new float[read.template().embedding().dimension()];
      read.template().embedding().copyTo(vector, 0);
      line.put("model", read.template().model().toString());
      line.put("embedding", vector);
    }
    JsonLines.write(System.out, line);
  }

  private static Map<String, Object> poseOf(HeadPose pose) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("yaw", JsonLines.round(pose.yaw(), 1));
    map.put("pitch", JsonLines.round(pose.pitch(), 1));
    map.put("roll", JsonLines.round(pose.roll(), 1));
    return map;
  }

  private static Map<String, Object> qualityOf(FaceQuality quality) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("unified", JsonLines.round(quality.unified(), 3));
    map.put("size", JsonLines.round(quality.size(), 3));
    map.put("sharpness", JsonLines.round(quality.sharpness(), 3));
    map.put("contrast", JsonLines.round(quality.contrast(), 3));
    map.put("exposure", JsonLines.round(quality.exposure(), 3));
    map.put("pose", JsonLines.round(quality.pose(), 3));
    map.put("confidence", JsonLines.round(quality.confidence(), 3));
    return map;
  }

  private static List<Double> rounded(float... values) {
    List<Double> list = new ArrayList<>();
    for (float value : values) {
      list.add(JsonLines.round(value, 1));
    }
    return list;
  }
}
