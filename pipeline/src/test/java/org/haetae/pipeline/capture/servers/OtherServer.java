package org.haetae.pipeline.capture.servers;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server that isn't ours. */
public enum OtherServer {
  GSTREAMER(GstreamerProgram.class),
  VLC(VlcProgram.class);

  /** How a program begins the line that says what this machine lacks. */
  static final String ABSENT = "absent: ";

  private final Class<?> program;

  OtherServer(Class<?> program) {
    this.program = program;
  }

  /**
   * Starts it; it serves a little later, or ends.
   *
   * @param log gets what it says
   */
  public RunningServer start(Order order, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classes()));
    command.add(program.getName());
    command.addAll(order.arguments());
    return new RunningServer(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  private String classes() {
    try {
      return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
