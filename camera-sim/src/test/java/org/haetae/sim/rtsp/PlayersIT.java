package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.client.Footages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's own ffmpeg and ffprobe play the cameras. Skipped where there is none. */
class PlayersIT {
  private static final int PICTURES = 45;

  @TempDir private Path temp = Path.of("");

  private record Run(int code, String output) {}

  private static Run run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Run(process.exitValue(), output);
  }

  @BeforeAll
  static void needsFfmpeg() throws InterruptedException {
    try {
      run("ffmpeg", "-version");
    } catch (IOException e) {
      assumeTrue(false, "there is no ffmpeg on this machine");
    }
  }

  /** Decodes some pictures and returns the lines that tell them apart. */
  private static List<String> play(String url, String transport) throws Exception {
    Run played =
        run(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-rtsp_transport",
            transport,
            "-i",
            url,
            "-an",
            "-vf",
            "scale=32:18",
            "-vsync",
            "passthrough",
            "-frames:v",
            Integer.toString(PICTURES),
            "-f",
            "framemd5",
            "-");
    assertEquals(0, played.code(), played.output());
    List<String> pictures = new ArrayList<>();
    for (String line : played.output().lines().toList()) {
      assertTrue(line.startsWith("#") || line.startsWith("0,"), played.output());
      if (!line.startsWith("#")) {
        pictures.add(line);
      }
    }
    return pictures;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void ffmpegPlaysH264(String transport) throws Exception {
    try (SimulatedSite site =
        SimulatedSite.serve(CameraScript.of("door", Footages.clip("home-door")))) {
      assertEquals(PICTURES, play(site.url("door"), transport).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void ffmpegPlaysH265(String transport) throws Exception {
    Path clip = temp.resolve("h265.mp4");
    Run made =
        run(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-i",
            Footages.clip("home-door").toString(),
            "-t",
            "4",
            "-c:v",
            "libx265",
            "-preset",
            "ultrafast",
            "-x265-params",
            "log-level=error:keyint=15",
            clip.toString());
    assumeTrue(made.code() == 0, "this ffmpeg can't make H.265");
    try (SimulatedSite site = SimulatedSite.serve(CameraScript.of("door", clip))) {
      assertEquals(PICTURES, play(site.url("door"), transport).size());
    }
  }

  @Test
  void ffmpegPlaysOnThroughTheLoopWithTimesThatRunOn() throws Exception {
    Path clip = temp.resolve("short.mp4");
    Run cut =
        run(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-i",
            Footages.clip("home-door").toString(),
            "-t",
            "1",
            "-c",
            "copy",
            clip.toString());
    assertEquals(0, cut.code(), cut.output());
    try (SimulatedSite site = SimulatedSite.serve(CameraScript.of("door", clip))) {
      Run packets =
          run(
              "ffprobe",
              "-v",
              "error",
              "-rtsp_transport",
              "tcp",
              "-read_intervals",
              "%+#45",
              "-show_entries",
              "packet=pts",
              "-of",
              "csv=p=0",
              site.url("door"));
      assertEquals(0, packets.code(), packets.output());
      List<Long> times =
          packets
              .output()
              .lines()
              .map(line -> line.replace(",", "").strip())
              .filter(line -> line.matches("\\d+"))
              .map(Long::valueOf)
              .toList();
      assertTrue(times.size() >= 40, packets.output());
      for (int i = 1; i < times.size(); i++) {
        assertEquals(6000, times.get(i) - times.get(i - 1), "picture " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BASIC", "DIGEST"})
  void ffmpegLogsIn(String scheme) throws Exception {
    CameraScript script =
        CameraScript.of("door", Footages.clip("home-door"))
            .withCredentials(
                new Credentials(Credentials.Scheme.valueOf(scheme), "viewer", "sesame"));
    try (SimulatedSite site = SimulatedSite.serve(script)) {
      String url = site.url("door").replace("rtsp://", "rtsp://viewer:sesame@");
      assertEquals(PICTURES, play(url, "tcp").size());
      Run refused =
          run("ffprobe", "-v", "error", site.url("door").replace("rtsp://", "rtsp://viewer:x@"));
      assertTrue(refused.code() != 0 && refused.output().contains("401"), refused.output());
    }
  }
}
