package org.haetae.sim.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.haetae.sim.clip.AccessUnit;
import org.haetae.sim.clip.Clip;
import org.haetae.sim.clip.Codec;
import org.junit.jupiter.api.Test;

class SessionDescriptionTest {
  private static String text(Codec codec, byte[]... sets) {
    AccessUnit unit = new AccessUnit(List.of(new byte[] {0x65, 0}), true, 0, 0);
    Clip clip = new Clip(codec, 16, 16, List.of(sets), List.of(unit), 1 / 15.0);
    return new SessionDescription("door", clip).text();
  }

  @Test
  void h264NamesItsProfileAndParameterSets() {
    assertEquals(
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=door
        c=IN IP4 0.0.0.0
        t=0 0
        a=control:*
        m=video 0 RTP/AVP 96
        a=rtpmap:96 H264/90000
        a=fmtp:96 packetization-mode=1;profile-level-id=64001F;sprop-parameter-sets=Z2QAHw==,aO4=
        a=framerate:15
        a=control:trackID=0
        """
            .replace("\n", "\r\n"),
        text(Codec.H264, new byte[] {0x67, 0x64, 0, 0x1F}, new byte[] {0x68, (byte) 0xEE}));
  }

  @Test
  void h265NamesItsThreeParameterSets() {
    String text =
        text(Codec.H265, new byte[] {0x40, 1}, new byte[] {0x42, 1}, new byte[] {0x44, 1});
    assertEquals(
        "a=fmtp:96 sprop-vps=QAE=;sprop-sps=QgE=;sprop-pps=RAE=",
        text.lines().filter(line -> line.startsWith("a=fmtp")).findFirst().orElse(""));
  }
}
