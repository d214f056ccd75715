package org.haetae.pipeline.capture.rtsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.haetae.pipeline.capture.Refusals;

/** Whatever a camera describes is read or refused in a sentence, and nothing else. */
class SdpReaderFuzzTest {
  @FuzzTest(maxDuration = "90s")
  void read(byte[] bytes) {
    try {
      SessionDescription read = SdpReader.read(new String(bytes, StandardCharsets.UTF_8));
      assertFalse(read.video().isEmpty());
      for (VideoMedia video : read.video()) {
        assertTrue(video.payloadType() >= 0 && video.payloadType() <= 127);
        assertTrue(video.clockRate() > 0);
      }
    } catch (IllegalArgumentException e) {
      Refusals.assertMeant(e);
    }
  }
}
