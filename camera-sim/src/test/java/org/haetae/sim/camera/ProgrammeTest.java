package org.haetae.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.sim.clip.AccessUnit;
import org.haetae.sim.clip.Clip;
import org.haetae.sim.clip.Codec;
import org.haetae.sim.rtp.PacketizedClip;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final byte[] NAL = {0x65, 1};

  private static Programme programme(int pictures, int gap, double fps, long begins) {
    List<AccessUnit> units = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      units.add(new AccessUnit(List.of(NAL), i % gap == 0, i / fps, i / fps));
    }
    Clip clip = new Clip(Codec.H264, 16, 16, List.of(NAL), units, pictures / fps);
    return new Programme(PacketizedClip.of(clip), begins);
  }

  @Test
  void timeRunsOnThroughTheLoop() {
    Programme programme = programme(30, 15, 15, 5_000_000_000L);
    for (long number = 1; number < 200; number++) {
      long step = programme.due(number) - programme.due(number - 1);
      assertEquals(1e9 / 15, (double) step, 2, "picture " + number);
    }
  }

  @Test
  void theCurrentPictureIsTheLastOneDue() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int pictures = 1 + random.nextInt(50);
      Programme programme =
          programme(pictures, 1 + random.nextInt(20), 1 + random.nextInt(60), random.nextInt(9));
      long number = random.nextInt(1000);
      assertEquals(number, programme.at(programme.due(number)));
      assertEquals(number, programme.at(programme.due(number + 1) - 1));
      long key = programme.keyframeBefore(number);
      assertTrue(key <= number && programme.picture(key).keyframe());
      long next = programme.keyframeFrom(number);
      assertTrue(next >= number && programme.picture(next).keyframe());
    }
  }

  @Test
  void whatBeganBeforeTheSiteIsAsFarOn() {
    Programme programme = programme(30, 15, 15, -1_000_000_000L);
    assertEquals(15, programme.at(0));
    assertEquals(0, programme.captured(15));
    assertEquals(30, programme.at(1_000_000_100L));
  }

  @Test
  void beforeItBeginsTheFirstPictureIsNext() {
    assertEquals(0, programme(10, 5, 10, 1_000).at(0));
  }
}
