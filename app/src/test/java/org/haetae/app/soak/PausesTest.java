package org.haetae.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausesTest {
  @TempDir private Path folder = Path.of("");

  private Pauses of(List<String> lines) throws Exception {
    return Pauses.read(Files.write(folder.resolve("gc.log"), lines));
  }

  @Test
  void eachCollectorsPausesAreFound() throws Exception {
    assertEquals(
        new Pauses(3, 8.512, 8.512),
        of(
            List.of(
                "[618.148s][info][gc,phases   ] GC(357) y: Pause Mark Start 0.196ms",
                "[618.148s][info][gc,phases   ] GC(357) y: Concurrent Mark 17.200ms",
                "[620.001s][info][gc          ] GC(9) Pause Young (Allocation Failure)"
                    + " 82M->40M(247M) 8.512ms",
                "[1143.160s][info][gc,phases   ] GC(639) y: Young Generation 234M(91%)->78M(30%)"
                    + " 0.015s",
                "[1144.000s][info][gc,phases   ] GC(640) O: Pause Relocate Start 0.009ms")));
  }

  @Test
  void oneOfAThousandMayBeLonger() throws Exception {
    List<String> lines =
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(i -> "Pause Mark End %d.0ms".formatted(i))
            .toList();
    assertEquals(new Pauses(1_000, 1_000, 999), of(lines));
    assertEquals(new Pauses(0, 0, 0), of(List.of("nothing stopped")));
  }
}
