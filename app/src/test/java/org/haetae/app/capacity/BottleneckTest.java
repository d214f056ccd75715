package org.haetae.app.capacity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.haetae.pipeline.sighting.Stage;
import org.junit.jupiter.api.Test;

class BottleneckTest {
  private static String of(double receive, double detect, double shard, double rest) {
    return Bottleneck.of(
        new Work(receive, Map.of(Stage.DETECT, detect, Stage.EMBED, 0.1), shard, rest, 2));
  }

  private static void says(String expected, String found) {
    assertTrue(found.contains(expected), found);
  }

  @Test
  void itNamesWhatTookMost() {
    says("receiving and decoding (1.20)", of(1.2, 0.4, 0.5, 0.2));
    says("detect (1.00)", of(0.5, 1.0, 1.0, 0.2));
    says("the simulated cameras and the virtual machine (1.30)", of(0.3, 0.2, 0.3, 1.3));
  }

  @Test
  void aFullThreadOnAnIdleMachineWantsMoreShards() {
    says("more shards would use the 0.7 idle processors", of(0.3, 0.8, 0.92, 0.1));
  }

  @Test
  void itAdmitsThatItDoesNotKnow() {
    says("something else runs on this machine", of(0.2, 0.2, 0.3, 0.1));
  }
}
