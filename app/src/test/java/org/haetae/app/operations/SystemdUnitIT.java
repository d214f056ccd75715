package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** systemd's own judgement of what a service may do that it need not. */
class SystemdUnitIT {
  private static final Tool SYSTEMD = new Tool("systemd-analyze", "systemd");
  private static final Path UNITS = Home.folder().resolve("config/systemd");
  private static final Pattern EXPOSURE = Pattern.compile("exposure level for \\S+: ([0-9.]+)");
  private static final double HIGHEST = 3.0;

  @TempDir private Path temp = Path.of("");

  private double exposure(Path unit) throws Exception {
    SYSTEMD.needed();
    Tool.Ran ran =
        SYSTEMD.run(
            temp.resolve("systemd.log"),
            List.of("security", "--offline=true", "--no-pager", unit.toString()));
    Matcher found = EXPOSURE.matcher(ran.output());
    assertTrue(found.find(), ran.output());
    return Double.parseDouble(found.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"haetae.service", "haetae-backup.service"})
  void aServiceMayDoLittleMoreThanItNeeds(String unit) throws Exception {
    double exposure = exposure(UNITS.resolve(unit));
    assertTrue(exposure <= HIGHEST, unit + ": " + exposure);
  }

  /** If any unit passed, the test above would say nothing. */
  @Test
  void aServiceThatMayDoEverythingIsNoticed() throws Exception {
    Path bare = temp.resolve("bare.service");
    Files.writeString(bare, "[Service]\nExecStart=/bin/true\n");
    assertTrue(exposure(bare) > HIGHEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"haetae.service", "haetae-backup.service"})
  void noMemoryIsWrittenToADisk(String unit) throws Exception {
    List<String> lines = Files.readAllLines(UNITS.resolve(unit));
    assertTrue(lines.contains("LimitCORE=0"), unit);
    assertTrue(lines.contains("UMask=0077"), unit);
    String jvm = Files.readString(Home.folder().resolve("config/jvm.sh"));
    assertTrue(jvm.contains("-XX:-HeapDumpOnOutOfMemoryError"));
    assertTrue(jvm.contains("-XX:-CreateCoredumpOnCrash"));
    assertFalse(jvm.contains("+HeapDump"));
  }

  @Test
  void theUnitRunsWhatThePackageInstalls() throws Exception {
    String unit = Files.readString(UNITS.resolve("haetae.service"));
    String release = Files.readString(Home.folder().resolve("release/pom.xml"));
    assertTrue(unit.contains("ExecStart=/usr/bin/haetae run --config /etc/haetae/site.yaml"));
    assertTrue(release.contains("<linkName>/usr/bin/haetae</linkName>"));
    assertEquals(1, unit.lines().filter(line -> line.startsWith("StateDirectory=")).count());
  }
}
