package org.haetae.pipeline.capture.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Videos that the tests encode themselves.
 *
 * @param codec FFV1 and raw video lose nothing
 * @param pixelFormat as FFmpeg numbers it
 */
record TestVideo(String suffix, int codec, int pixelFormat, int width, int height) {
  static final double RATE = 100;

  /** The sample of a channel, 0 red, 1 green, 2 blue, at a pixel. */
  @FunctionalInterface
  interface Paint {
    int at(int channel, int x, int y);
  }

  static TestVideo lossless(int width, int height) {
    return new TestVideo(
        ".mkv", avcodec.AV_CODEC_ID_FFV1, avutil.AV_PIX_FMT_YUV420P, width, height);
  }

  static TestVideo mpeg4(int width, int height) {
    return new TestVideo(
        ".mp4", avcodec.AV_CODEC_ID_MPEG4, avutil.AV_PIX_FMT_YUV420P, width, height);
  }

  /** Writes one frame for each time, which counts in hundredths of a second. */
  Path write(Path folder, Paint paint, int... hundredths) throws IOException {
    FfmpegLog.verbose(false);
    Path file = Files.createTempFile(folder, "video", suffix);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height)) {
      recorder.setVideoCodec(codec);
      recorder.setPixelFormat(pixelFormat);
      recorder.setFrameRate(RATE);
      recorder.setVideoQuality(2);
      recorder.start();
      for (int time : hundredths) {
        recorder.setTimestamp(time * 10_000L);
        recorder.record(painted(paint), avutil.AV_PIX_FMT_RGB24);
      }
      recorder.stop();
    }
    return file;
  }

  private Frame painted(Paint paint) {
    Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
    ByteBuffer samples = (ByteBuffer) frame.image[0];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          samples.put(y * frame.imageStride + 3 * x + c, (byte) paint.at(c, x, y));
        }
      }
    }
    return frame;
  }

  /** Sets the display matrix of an MP4's track to quarter turns, clockwise. */
  static Path turned(Path mp4, int quarters) throws IOException {
    byte[] bytes = Files.readAllBytes(mp4);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    ByteBuffer matrix = ByteBuffer.wrap(bytes);
    matrix.position(text.indexOf("tkhd") + 4 + 40);
    int one = 1 << 16;
    int cos = new int[] {one, 0, -one, 0}[quarters];
    int sin = new int[] {0, one, 0, -one}[quarters];
    matrix.putInt(cos).putInt(sin).putInt(0);
    matrix.putInt(-sin).putInt(cos).putInt(0);
    return Files.write(mp4, bytes);
  }
}
