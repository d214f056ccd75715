package org.haetae.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.haetae.pipeline.capture.ffmpeg.FfmpegLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Sets how much is logged before the first library speaks. */
final class Logging {
  private static final String HOUSE = "org.haetae";
  private static final String GRABBERS = "org.haetae.pipeline.flow";

  private Logging() {}

  static void configure(boolean verbose) {
    set("ROOT", verbose ? Level.INFO : Level.ERROR);
    set(HOUSE, verbose ? Level.DEBUG : Level.WARN);
    set(GRABBERS, null);
    FfmpegLog.verbose(verbose);
  }

  /** Leaves out what the grabbers say of their cameras, for a command that says it itself. */
  static void withoutCameras() {
    if (!LoggerFactory.getLogger(HOUSE).isInfoEnabled()) {
      set(GRABBERS, Level.ERROR);
    }
  }

  private static void set(String name, @Nullable Level level) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
