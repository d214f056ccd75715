package org.haetae.pipeline.capture.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes one grey picture of any size, sample by sample, as a YUV4MPEG2 file of full range. */
final class GreyVideo {
  private GreyVideo() {}

  static Path write(Path folder, int width, int height, TestVideo.Paint paint) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "YUV4MPEG2 W%d H%d F25:1 Ip A1:1 C420jpeg XCOLORRANGE=FULL\nFRAME\n"
            .formatted(width, height)
            .getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bytes.write(paint.at(0, x, y));
      }
    }
    byte[] chroma = new byte[2 * ((width + 1) / 2) * ((height + 1) / 2)];
    Arrays.fill(chroma, (byte) 128);
    bytes.writeBytes(chroma);
    return Files.write(Files.createTempFile(folder, "grey", ".y4m"), bytes.toByteArray());
  }
}
