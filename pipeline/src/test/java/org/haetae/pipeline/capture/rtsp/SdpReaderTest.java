package org.haetae.pipeline.capture.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.haetae.pipeline.capture.rtsp.VideoMedia.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpReaderTest {
  static final String CAMERA =
      """
      v=0
      o=- 1 1 IN IP4 192.0.2.7
      s=Door
      t=0 0
      a=control:*
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=fmtp:96 packetization-mode=1; profile-level-id=64001F;sprop-parameter-sets=Z2QAH6w=,aO4=
      a=control:trackID=1
      a=framesize:96 1280-720
      m=audio 0 RTP/AVP 0
      a=control:trackID=2
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " \r\n\r\n"})
  void aCamerasDescriptionIsReadWhateverItsLinesEndIn(String end) {
    VideoMedia video = SdpReader.read(CAMERA.replace("\n", end)).video().getFirst();
    assertEquals(VideoCodec.H264, video.codec());
    assertEquals(96, video.payloadType());
    assertEquals(90_000, video.clockRate());
    assertEquals("trackID=1", video.control());
    assertEquals(Optional.of(new FrameSize(1280, 720)), video.size());
    assertEquals(
        Map.of(
            "packetization-mode", "1",
            "profile-level-id", "64001F",
            "sprop-parameter-sets", "Z2QAH6w=,aO4="),
        video.parameters());
    assertEquals("H264/90000, payload type 96, 1280x720", video.toString());
  }

  @Test
  void everyVideoIsNamedInItsOrder() {
    String two =
        """
        v=0
        m=video 0 RTP/AVP 26
        a=x-dimensions:640,480
        m=video 5004/2  RTP/SAVPF 97 98
        a=rtpmap:97 h265/90000
        a=rtpmap:98 H264/90000
        m=video 0 RTP/AVP 33
        """;
    assertEquals(
        "[JPEG/90000, payload type 26, 640x480, H265/90000, payload type 97,"
            + " OTHER/90000, payload type 33]",
        SdpReader.read(two).video().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>v=0</body></html>",
        "v=1\nm=video 0 RTP/AVP 26\n",
        "v=0\nthis is no line\n",
        "v=0\ns=no video\nm=audio 0 RTP/AVP 0\n",
        "v=0\nm=video\n",
        "v=0\nm=video 0 RTP/AVP 128\n",
        "v=0\nm=video 0 RTP/AVP x\n",
        "v=0\nm=video 0 udp 33\n",
        "v=0\nm=video 0 RTP/AVP 96\n",
        "v=0\nm=video 0 RTP/AVP 96\na=rtpmap:96 H264/0\n"
      })
  void nonsenseIsRefusedInOneSentence(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> SdpReader.read(text)).getMessage();
    assertTrue(
        String.valueOf(message).startsWith("the camera's description of its stream "), message);
  }

  @Test
  void tenThousandLinesAreRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> SdpReader.read(CAMERA + "a=x:y\n".repeat(10_000)));
    assertTrue(refusal.toString().contains("more than 1000 lines"), refusal.toString());
    assertThrows(IllegalArgumentException.class, () -> SdpReader.read(CAMERA + "x".repeat(70_000)));
  }
}
