package org.haetae.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.haetae.pipeline.capture.ffmpeg.FfmpegLog;
import org.slf4j.LoggerFactory;

/** Sets how much is logged before the first library speaks. */
final class Logging {
  private Logging() {}

  static void configure(boolean verbose) {
    set("ROOT", verbose ? Level.INFO : Level.ERROR);
    set("org.haetae", verbose ? Level.DEBUG : Level.WARN);
    FfmpegLog.verbose(verbose);
  }

  private static void set(String name, Level level) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
