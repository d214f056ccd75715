package org.haetae.sim.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.sim.client.Depacketizer;
import org.haetae.sim.clip.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PacketizerTest {

  @Test
  void aUnitThatFitsGoesAlone() {
    byte[] nal = {0x65, 1, 2, 3};
    assertArrayEquals(nal, new Packetizer(Codec.H264, 4).payloads(List.of(nal)).getFirst());
  }

  @Test
  void aLongUnitOfH264GoesInFragmentsOfTypeA() {
    byte[] nal = {0x65, 1, 2, 3, 4, 5};
    List<byte[]> payloads = new Packetizer(Codec.H264, 4).payloads(List.of(nal));
    assertEquals(3, payloads.size());
    assertArrayEquals(new byte[] {0x7C, (byte) 0x85, 1, 2}, payloads.get(0));
    assertArrayEquals(new byte[] {0x7C, 0x05, 3, 4}, payloads.get(1));
    assertArrayEquals(new byte[] {0x7C, 0x45, 5}, payloads.get(2));
  }

  @Test
  void aLongUnitOfH265GoesInFragmentationUnits() {
    byte[] nal = {0x26, 0x01, 1, 2, 3};
    List<byte[]> payloads = new Packetizer(Codec.H265, 4).payloads(List.of(nal));
    assertEquals(3, payloads.size());
    assertArrayEquals(new byte[] {0x62, 0x01, (byte) 0x93, 1}, payloads.get(0));
    assertArrayEquals(new byte[] {0x62, 0x01, 0x13, 2}, payloads.get(1));
    assertArrayEquals(new byte[] {0x62, 0x01, 0x53, 3}, payloads.get(2));
  }

  @Test
  void aPayloadOfNoRoomIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Packetizer(Codec.H264, 3));
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void whatWasCutIsPutTogetherAgain(Codec codec) {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int largest = 4 + random.nextInt(60);
      List<byte[]> nals = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        nals.add(nal(codec, random));
      }
      Depacketizer depacketizer = new Depacketizer(codec == Codec.H265);
      for (byte[] payload : new Packetizer(codec, largest).payloads(nals)) {
        assertTrue(payload.length <= largest);
        depacketizer.take(payload);
      }
      assertEquals(nals.size(), depacketizer.nals().size());
      for (int i = 0; i < nals.size(); i++) {
        assertArrayEquals(nals.get(i), depacketizer.nals().get(i));
      }
    }
  }

  private static byte[] nal(Codec codec, Random random) {
    byte[] nal = new byte[3 + random.nextInt(200)];
    random.nextBytes(nal);
    if (codec == Codec.H264) {
      nal[0] = (byte) ((random.nextInt(4) << 5) | (1 + random.nextInt(12)));
    } else {
      nal[0] = (byte) ((random.nextInt(41) << 1) | random.nextInt(2));
    }
    return nal;
  }
}
