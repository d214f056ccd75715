package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_WARNING;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/** FFmpeg writes to standard error on its own; it must not, unless asked. */
public final class FfmpegLog {
  private FfmpegLog() {}

  public static void verbose(boolean verbose) {
    av_log_set_level(verbose ? AV_LOG_WARNING : AV_LOG_QUIET);
  }
}
