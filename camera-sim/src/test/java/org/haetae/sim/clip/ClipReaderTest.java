package org.haetae.sim.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.haetae.sim.client.Footages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipReaderTest {
  @TempDir private Path temp = Path.of("");

  @Test
  void aClipHasItsPicturesTheirTimesAndItsParameterSets() {
    Clip clip = ClipReader.read(Footages.clip("home-door"));
    assertEquals(Codec.H264, clip.codec());
    assertEquals(1280, clip.width());
    assertEquals(720, clip.height());
    assertEquals(390, clip.units().size());
    assertEquals(13, clip.units().stream().filter(AccessUnit::keyframe).count());
    assertEquals(26, clip.seconds(), 1e-6);
    assertEquals(15, clip.fps(), 1e-6);
    assertEquals(1.0, clip.units().get(15).presentationSeconds(), 1e-6);
    assertEquals(7, clip.codec().nalType(clip.parameterSets().get(0)));
    assertEquals(8, clip.codec().nalType(clip.parameterSets().get(1)));
    assertTrue(clip.codec().isParameterSet(clip.units().getFirst().nals().getFirst()));
  }

  @Test
  void aStillIsItsKeyframeForEver() {
    Clip clip = ClipReader.read(Footages.clip("home-door"));
    Clip still = clip.still(44);
    assertEquals(1, still.units().size());
    assertEquals(1 / 15.0, still.seconds(), 1e-9);
    assertEquals(clip.units().get(30).nals(), still.units().getFirst().nals());
  }

  @Test
  void whatIsNoVideoIsSaidInASentence() throws IOException {
    Path text = Files.writeString(temp.resolve("text.mp4"), "no video");
    assertThrows(ClipException.class, () -> ClipReader.read(text));
    assertThrows(ClipException.class, () -> ClipReader.read(temp.resolve("missing.mp4")));
  }

  @Test
  void startCodesPartUnits() {
    List<byte[]> nals = NalUnits.annexB(new byte[] {0, 0, 0, 1, 7, 5, 0, 0, 1, 8, 6, 0, 0});
    assertEquals(2, nals.size());
    assertArrayEquals(new byte[] {7, 5}, nals.get(0));
    assertArrayEquals(new byte[] {8, 6}, nals.get(1));
  }

  @Test
  void aLengthBeyondTheEndIsRefused() {
    assertThrows(ClipException.class, () -> NalUnits.sample(new byte[] {0, 9, 1}, 2));
    assertThrows(
        ClipException.class,
        () -> NalUnits.configuration(Codec.H264, new byte[] {1, 2, 3, 4, 3, 1, 0, 9}));
  }
}
