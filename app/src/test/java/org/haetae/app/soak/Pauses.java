package org.haetae.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How long a garbage collector stopped all threads, as its log says ({@code -Xlog:gc,gc+phases}).
 * What a thread waits for a processor afterwards is not in it.
 *
 * @param longest milliseconds; 0 where there was none
 * @param rare milliseconds that 999 of 1,000 pauses stay within
 */
record Pauses(int count, double longest, double rare) {
  private static final Pattern PAUSE = Pattern.compile("\\bPause\\b.* (\\d+\\.\\d+)ms$");

  static Pauses read(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      double[] sorted = lines.flatMapToDouble(Pauses::milliseconds).sorted().toArray();
      return sorted.length == 0
          ? new Pauses(0, 0, 0)
          : new Pauses(
              sorted.length,
              sorted[sorted.length - 1],
              sorted[Math.ceilDiv(sorted.length * 999, 1_000) - 1]);
    }
  }

  private static DoubleStream milliseconds(String line) {
    Matcher pause = PAUSE.matcher(line);
    return pause.find()
        ? DoubleStream.of(Double.parseDouble(pause.group(1)))
        : DoubleStream.empty();
  }
}
