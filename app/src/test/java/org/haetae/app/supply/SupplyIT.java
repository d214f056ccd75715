package org.haetae.app.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;

/**
 * What the product is made of is what somebody looked at. {@code -Dhaetae.lock=write} writes the
 * lock and the table of licences anew, for somebody to look at.
 */
class SupplyIT {
  private static final boolean WRITE = "write".equals(System.getProperty("haetae.lock"));
  private static final Path REPORT = Supply.FOLDER.resolve("licences.md");

  private static void assumeLockedPlatform() {
    assumeTrue(
        "Linux amd64".equals(System.getProperty("os.name") + " " + System.getProperty("os.arch")),
        "the lock is of Linux on x86-64: native libraries of another platform are other files");
  }

  @Test
  void everyPartIsTheOneThatWasLookedAt() throws Exception {
    assumeLockedPlatform();
    List<Part> parts = Bom.parts();
    if (WRITE) {
      List<String> lines = new ArrayList<>();
      lines.add("# Every library of the product and the SHA-256 of its jar, Linux on x86-64.");
      lines.add(
          "# Written by: mvn verify -Dhaetae.lock=write -Dit.test=SupplyIT (docs/operations.md)");
      parts.forEach(part -> lines.add(part.line()));
      Files.writeString(Supply.LOCK, String.join("\n", lines) + "\n");
    }
    assertEquals(List.of(), Supply.lockFaults(parts, Supply.lock()));
    assertTrue(parts.size() > 40, "parts: " + parts.size());
  }

  @Test
  void everyPartIsUnderALicenceThatIsAllowed() throws Exception {
    assertEquals(List.of(), Supply.licenceFaults(Bom.parts()));
  }

  @Test
  void theTableOfLicencesIsOfThisBuild() throws Exception {
    assumeLockedPlatform();
    String table = Supply.report(Bom.parts());
    String head = "| library | version | licence |\n|---|---|---|\n";
    String before = Files.readString(REPORT);
    if (WRITE) {
      before = before.substring(0, before.indexOf(head)) + head + table;
      Files.writeString(REPORT, before);
    }
    assertEquals(head + table, before.substring(before.indexOf(head)));
  }

  @Test
  void noPartIsOfAVersionThatIsKnownToBeBad() throws Exception {
    assertEquals(List.of(), Supply.knownBad(Bom.parts()));
  }

  @Test
  void theListsWouldFindWhatTheyAreFor() throws Exception {
    Part old = new Part("org.xerial:sqlite-jdbc", "", "3.41.0.0", "00", Set.of("Secret-1.0"));
    assertEquals(1, Supply.knownBad(List.of(old)).size());
    assertEquals(1, Supply.licenceFaults(List.of(old)).size());
    Part mended = new Part("org.xerial:sqlite-jdbc", "", "3.41.2.2", "00", Set.of());
    assertEquals(List.of(), Supply.knownBad(List.of(mended)));
    assertEquals(1, Supply.licenceFaults(List.of(mended)).size());
    Part netty = new Part("io.netty:netty-handler", "", "4.1.99.Final", "00", Set.of());
    assertEquals(1, Supply.knownBad(List.of(netty)).size());
    assertEquals(
        List.of("+ org.xerial:sqlite-jdbc:3.41.0.0 00", "- a:b:1 11"),
        Supply.lockFaults(List.of(old), List.of("a:b:1 11")));
  }

  @Test
  void theBillOfMaterialsSaysNothingOfTheMachineThatMadeIt() throws Exception {
    String text = Files.readString(Bom.FILE);
    assertFalse(text.contains(System.getProperty("user.home")), "the home folder");
    assertFalse(text.contains(Home.folder().toString()), "the build's folder");
    assertFalse(text.contains("serialNumber"), "a random number");
  }

  @Test
  void weightsAndFootageHaveTheirLicencesBesideThem() throws Exception {
    Path models = Home.folder().resolve("models");
    try (Stream<Path> weights = Files.list(models.resolve("weights"))) {
      for (Path file : weights.filter(each -> !each.toString().endsWith(".json")).toList()) {
        String card = file.getFileName().toString().replaceFirst("\\..*", ".md");
        String text = Files.readString(models.resolve("cards").resolve(card));
        Matcher licence = Pattern.compile(", MIT, .*?`(licenses/[^`]+)`").matcher(text);
        assertTrue(licence.find(), card);
        assertTrue(Files.readString(models.resolve(licence.group(1))).contains("MIT"), card);
      }
    }
    String footage = Files.readString(Home.folder().resolve("camera-sim/footage/PROVENANCE.md"));
    assertTrue(footage.contains("CC0-1.0"), footage);
  }
}
