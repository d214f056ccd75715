package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.client.Footages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GStreamer's RTSP client plays the cameras. Skipped where it or one of its parts is missing. */
class GstreamerPlaysIT {
  private static final Pattern PICTURE =
      Pattern.compile("chain .* pts: (\\d+):(\\d\\d):(\\d\\d\\.\\d+)");

  @TempDir private Path temp = Path.of("");

  private record Run(int code, String output) {}

  private Run run(List<String> command) throws IOException, InterruptedException {
    Path log = temp.resolve("gstreamer.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(40, TimeUnit.SECONDS);
      assertTrue(ended, () -> "it plays for ever");
      return new Run(process.exitValue(), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }

  @BeforeEach
  void needsGstreamer() throws InterruptedException {
    try {
      for (String part : List.of("rtspsrc", "rtph264depay", "h264parse", "h265parse")) {
        int code = run(List.of("gst-inspect-1.0", "--exists", part)).code();
        assumeTrue(code == 0, "this machine's GStreamer has no " + part);
      }
    } catch (IOException e) {
      assumeTrue(false, "there is no GStreamer on this machine (gstreamer1.0-tools)");
    }
  }

  private Run client(String url, String codec, String transport, int pictures, String... login)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("gst-launch-1.0", "-v", "rtspsrc"));
    command.addAll(List.of("location=" + url, "protocols=" + transport));
    command.addAll(List.of(login));
    command.addAll(List.of("!", "rtp" + codec + "depay", "!", codec + "parse"));
    command.addAll(List.of("!", "video/x-%s,alignment=au".formatted(codec)));
    // It ends instead of passing on the last one.
    command.addAll(List.of("!", "identity", "silent=false", "eos-after=" + (pictures + 1)));
    command.addAll(List.of("!", "fakesink", "sync=false"));
    return run(command);
  }

  /**
   * The seconds of the pictures in a client's output. Whether it ended by itself is asked of its
   * words: an error before the end has no such line, while its exit code is 1 in one of 80 good
   * runs, where its TEARDOWN overtakes and cancels its own PAUSE (GStreamer 1.22).
   */
  private static List<Double> times(Run played) {
    assertTrue(played.output().contains("Got EOS from element"), played.output());
    List<Double> seconds = new ArrayList<>();
    Matcher line = PICTURE.matcher(played.output());
    while (line.find()) {
      seconds.add(
          Integer.parseInt(line.group(1)) * 3600
              + Integer.parseInt(line.group(2)) * 60
              + Double.parseDouble(line.group(3)));
    }
    return seconds;
  }

  private static void assertPlayed(int pictures, Run played) {
    List<Double> times = times(played);
    assertEquals(pictures, times.size(), played.output());
    for (int i = 1; i < pictures; i++) {
      assertTrue(times.get(i) > times.get(i - 1), "picture " + i + ": " + times);
    }
    assertEquals((pictures - 1) / 15.0, times.getLast() - times.getFirst(), 1, times.toString());
  }

  @ParameterizedTest
  @CsvSource({"h264, tcp", "h264, udp", "h265, tcp", "h265, udp"})
  void plays(String codec, String transport) throws Exception {
    Path clip = Footages.clip(codec.equals("h265") ? "home-door.h265" : "home-door");
    try (SimulatedSite site = SimulatedSite.serve(CameraScript.of("door", clip))) {
      assertPlayed(45, client(site.url("door"), codec, transport, 45));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BASIC", "DIGEST"})
  void logsIn(String scheme) throws Exception {
    Credentials known = new Credentials(Credentials.Scheme.valueOf(scheme), "viewer", "sesame");
    CameraScript script =
        CameraScript.of("door", Footages.clip("home-door")).withCredentials(known);
    try (SimulatedSite site = SimulatedSite.serve(script)) {
      String url = site.url("door");
      assertPlayed(5, client(url, "h264", "tcp", 5, "user-id=viewer", "user-pw=sesame"));
      Run refused = client(url, "h264", "tcp", 5, "user-id=viewer", "user-pw=x");
      assertTrue(refused.code() != 0, refused.output());
      assertTrue(refused.output().contains("Unauthorized"), refused.output());
    }
  }

  /** Inside the RTSP connection its sign of life is RTCP, every 5 s or so (RFC 3550, 6.2). */
  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void keepsItsSessionAlive(String transport) throws Exception {
    SimulatedSite.Settings settings =
        new SimulatedSite.Settings(InetAddress.getLoopbackAddress(), 0, Duration.ofSeconds(8));
    CameraScript script = CameraScript.of("door", Footages.clip("home-door"));
    try (SimulatedSite site = new SimulatedSite(settings, List.of(script))) {
      assertPlayed(200, client(site.url("door"), "h264", transport, 200));
    }
  }
}
