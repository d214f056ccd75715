package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;

/** How a stored picture must be turned, clockwise, so that it stands upright. */
enum Rotation {
  NONE,
  QUARTER,
  HALF,
  THREE_QUARTERS;

  /** What the container's display matrix asks for, to the nearest quarter. */
  static Rotation of(AVStream stream) {
    int entries = stream.codecpar().nb_coded_side_data();
    if (entries == 0) {
      return NONE;
    }
    AVPacketSideData matrix =
        av_packet_side_data_get(
            stream.codecpar().coded_side_data(), entries, AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.isNull()) {
      return NONE;
    }
    double counterClockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    if (Double.isNaN(counterClockwise)) {
      return NONE;
    }
    int quarters = (int) Math.round(-counterClockwise / 90);
    return values()[Math.floorMod(quarters, 4)];
  }

  boolean swapsSides() {
    return this == QUARTER || this == THREE_QUARTERS;
  }
}
