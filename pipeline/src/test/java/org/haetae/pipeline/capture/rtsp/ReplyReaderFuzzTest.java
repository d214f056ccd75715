package org.haetae.pipeline.capture.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;

/** Whatever a server sends is a reply, not yet one, or refused; whichever way it is cut up. */
class ReplyReaderFuzzTest {
  @FuzzTest(maxDuration = "90s")
  void feed(byte[] bytes) {
    String whole = read(bytes, Math.max(1, bytes.length));
    String pieces = read(bytes, 3);
    assertEquals(whole, pieces);
  }

  private static String read(byte[] bytes, int step) {
    try (ReplyReader reader = new ReplyReader()) {
      for (int from = 0; from < bytes.length; from += step) {
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + step));
        Optional<RtspReply> reply = reader.feed(piece, piece.length);
        if (reply.isPresent()) {
          assertTrue(reply.get().status() >= 200);
          assertTrue(reply.get().body().length() <= SdpReader.LONGEST);
          return reply.get().toString();
        }
      }
      return "waiting";
    } catch (ProbeEnd e) {
      // Which of several faults is seen first may depend on where it was cut.
      return e.result().getClass().getSimpleName();
    }
  }
}
