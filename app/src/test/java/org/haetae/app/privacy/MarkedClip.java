package org.haetae.app.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.haetae.sim.footage.ClipTruth;

/** A clip of the demo whose people wear marks. */
record MarkedClip(ClipTruth truth, Path file) {
  /** Smaller ones need not be found, and whoever isn't found isn't looked at either. */
  private static final double SMALLEST = 36;

  /**
   * @param most frames that are taken over, from the first
   */
  static MarkedClip make(ClipTruth truth, int most, Path file)
      throws IOException, InterruptedException {
    Path original = Home.folder().resolve("camera-sim/footage/clips").resolve(truth.clip());
    Process decoder =
        ffmpeg("-i", original.toString(), "-f", "rawvideo", "-pix_fmt", "yuv444p", "-");
    Process encoder =
        ffmpeg(
            "-f",
            "rawvideo",
            "-pix_fmt",
            "yuv444p",
            "-s",
            truth.width() + "x" + truth.height(),
            "-r",
            String.valueOf(truth.fps()),
            "-i",
            "-",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-crf",
            "18",
            "-pix_fmt",
            "yuv420p",
            "-y",
            file.toString());
    int size = 3 * truth.width() * truth.height();
    try (InputStream from = decoder.getInputStream();
        OutputStream to = new BufferedOutputStream(encoder.getOutputStream(), size)) {
      byte[] frame = from.readNBytes(size);
      for (int number = 0; frame.length == size && number < most; number++) {
        paint(truth, number, frame);
        to.write(frame);
        frame = from.readNBytes(size);
      }
    }
    decoder.destroyForcibly().waitFor();
    assertEquals(0, encoder.waitFor());
    return new MarkedClip(truth, file);
  }

  private static void paint(ClipTruth truth, int number, byte[] frame) {
    for (ClipTruth.Person person : truth.people()) {
      Mark mark = person.role().equals("respondent") ? Mark.LYING : Mark.STANDING;
      for (ClipTruth.Box box : person.boxes()) {
        if (box.frame() == number && box.facing() && box.h() >= SMALLEST) {
          mark.paint(
              frame,
              truth.width(),
              truth.height(),
              (int) box.x(),
              (int) box.y(),
              (int) (box.x() + box.w()),
              (int) (box.y() + box.h()));
        }
      }
    }
  }

  /** Pictures of everybody but respondents, each at their largest. */
  List<Path> strangers(Path folder) throws IOException, InterruptedException {
    List<Path> pictures = new ArrayList<>();
    for (ClipTruth.Person person : truth.people()) {
      if (!person.role().equals("respondent")) {
        Optional<ClipTruth.Box> largest =
            person.boxes().stream()
                .filter(box -> box.facing() && box.h() >= SMALLEST)
                .max(Comparator.comparingDouble(ClipTruth.Box::h));
        if (largest.isPresent()) {
          pictures.add(
              cut(largest.get(), folder.resolve(truth.camera() + "-" + person.person() + ".jpg")));
        }
      }
    }
    return pictures;
  }

  /** Frames of it as large as pages show them, three of each second. */
  List<Path> asShown(Path folder) throws IOException, InterruptedException {
    Process cut =
        ffmpeg(
            "-i",
            file.toString(),
            "-vf",
            "fps=3,scale=640:-2",
            "-q:v",
            "4",
            folder.resolve("%03d.jpg").toString());
    assertEquals(0, cut.waitFor());
    try (Stream<Path> frames = Files.list(folder)) {
      return frames.sorted().toList();
    }
  }

  private Path cut(ClipTruth.Box face, Path picture) throws IOException, InterruptedException {
    String crop =
        "select=eq(n\\,%d),crop=%d:%d:%d:%d"
            .formatted(
                face.frame(),
                (int) (face.w() * 2),
                (int) (face.h() * 2),
                Math.max(0, (int) (face.x() - face.w() / 2)),
                Math.max(0, (int) (face.y() - face.h() / 2)));
    Process cut =
        ffmpeg(
            "-i",
            file.toString(),
            "-vf",
            crop,
            "-frames:v",
            "1",
            "-q:v",
            "2",
            "-y",
            picture.toString());
    assertEquals(0, cut.waitFor());
    return picture;
  }

  private static Process ffmpeg(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
