package org.haetae.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultFormTest {
  private static final FaultForm FORM = new FaultForm(Path.of("/clips"));

  static List<String> kinds() {
    return FaultForm.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindCanBeNamed(String kind) {
    Map<String, String> parameters =
        switch (kind) {
          case "loss", "duplicate", "reorder", "corrupt" -> Map.of("rate", "0.5", "seed", "3");
          case "timestamp-jump", "clock-skew" -> Map.of("by", "-2.5");
          case "black", "switch-clip" -> Map.of("clip", "black.mp4");
          default -> Map.of();
        };
    assertEquals(kind, FORM.read(kind, parameters).kind());
  }

  @Test
  void pathsStartFromTheFolder() {
    assertEquals(
        new Fault.Black(Path.of("/clips/black.mp4")),
        FORM.read("black", Map.of("clip", "black.mp4")));
  }

  @Test
  void whatIsWrongIsSaid() {
    refused("stal", Map.of(), "known faults: black, ");
    refused("loss", Map.of(), "needs the parameter \"rate\"");
    refused("loss", Map.of("rate", "2"), "between 0 and 1");
    refused("loss", Map.of("rate", "NaN"), "between 0 and 1");
    refused("loss", Map.of("rate", "often"), "must be a number");
    refused("stall", Map.of("rate", "1"), "has no parameter rate");
    refused("trickle", Map.of("bytes-per-second", "0"), "at least 1 byte");
  }

  private static void refused(String kind, Map<String, String> parameters, String why) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> FORM.read(kind, parameters));
    assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
  }
}
