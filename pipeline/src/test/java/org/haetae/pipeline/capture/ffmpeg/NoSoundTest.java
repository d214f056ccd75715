package org.haetae.pipeline.capture.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever speaks before a camera is not heard: no sound is decoded, nor asked for over RTSP. */
class NoSoundTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("haetae.home", ".."), "pipeline/src/main/java");

  @TempDir private Path folder = Path.of("");

  private Path made(String name, String... arguments) throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    command.add(file.toString());
    try {
      assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    } catch (IOException e) {
      assumeTrue(false, "there is no ffmpeg on this machine to make sound with");
    }
    return file;
  }

  private static final String[] TONE = {"-f", "lavfi", "-i", "sine=frequency=440:duration=2"};
  private static final String[] PICTURES = {
    "-f", "lavfi", "-i", "testsrc=size=320x240:rate=10:duration=2"
  };

  private static String[] both() {
    List<String> all = new ArrayList<>(List.of(TONE));
    all.addAll(List.of(PICTURES));
    all.addAll(List.of("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"));
    return all.toArray(String[]::new);
  }

  @Test
  void beforePicturesSoundIsPassedOver() throws Exception {
    Path file = made("both.mp4", both());
    int frames = 0;
    try (FrameSource source = FileSource.open(file)) {
      for (Frame f = next(source); f != null; f = next(source)) {
        frames++;
        f.release();
      }
    }
    assertEquals(20, frames);
  }

  private static @Nullable Frame next(FrameSource source) {
    return source.next(seconds -> Instant.EPOCH.plusMillis(Math.round(seconds * 1000)));
  }

  @Test
  void soundAloneIsNothingToOpen() throws Exception {
    Path file = made("sound.m4a", TONE);
    assertThrows(CaptureException.class, () -> FileSource.open(file));
  }

  /** What could decode or resample sound has no name in the code that reads cameras. */
  @Test
  void nothingInThisRoomCouldDecodeIt() throws Exception {
    int asks = 0;
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      String code = Files.readString(file);
      for (String word : List.of("MEDIA_TYPE_AUDIO", "swresample", "nb_samples", "sample_rate")) {
        assertFalse(code.contains(word), file + " names " + word);
      }
      asks += code.contains("\"allowed_media_types\", \"video\"") ? 1 : 0;
    }
    assertTrue(files.size() > 50, "the sources are there");
    assertEquals(1, asks, "over RTSP only pictures are asked for");
  }
}
