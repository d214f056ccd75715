package org.haetae.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process uses at one moment, as Linux's {@code /proc} tells it.
 *
 * @param residentMb resident memory
 * @param threads of the operating system, the JVM's and native libraries' own too
 * @param sockets open ones of every kind
 * @param files all open descriptors
 */
record Figures(double residentMb, int threads, int sockets, int files) {

  /**
   * Reads them.
   *
   * @throws IOException when the process is gone or the machine has no {@code /proc}
   */
  static Figures of(long pid) throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid));
    String status = Files.readString(process.resolve("status"));
    int sockets = 0;
    int files = 0;
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      for (Path descriptor : descriptors.toList()) {
        files++;
        sockets += target(descriptor).startsWith("socket:") ? 1 : 0;
      }
    }
    return new Figures(
        number(status, "VmRSS:") / 1024, (int) number(status, "Threads:"), sockets, files);
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  private static double number(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("/proc has no " + name));
  }
}
