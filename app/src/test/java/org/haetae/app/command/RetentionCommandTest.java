package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.haetae.app.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionCommandTest {
  @TempDir private Path folder = Path.of("");
  private Path site = Path.of("");

  @BeforeEach
  void casework() throws Exception {
    site = site("");
    imported("stations", "id,name,latitude,longitude\njongno,Jongno,37.57,126.98\n");
    imported("staff", "id,role,station,trained\noh,supervisor,jongno,\nlim,officer,jongno,\n");
    imported(
        "cases",
        "id,person,offence,station,respondents\ncase-1,person-1,stalking,jongno,respondent-1\n");
  }

  private Path site(String more) throws Exception {
    return Files.writeString(
        folder.resolve("site.yaml"),
        """
        site: a real site
        listen: {port: 9470}
        casework: {database: haetae.db, keys: keys, master-key: master.key%s}
        places:
          - {id: home, name: home, kind: home, location: [37.5, 127.0], exclusion-radius: 100}
        cameras:
          - {id: door, place: home, location: [37.5, 127.0], field-of-view: 50, file: %s}
        """
            .formatted(more, Home.folder().resolve("camera-sim/footage/clips/home-door.mp4")));
  }

  private void imported(String kind, String csv) throws Exception {
    Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
    Ran ran = Ran.of("import", "--config", site.toString(), kind, file.toString());
    assertEquals(0, ran.code(), ran.err() + ran.out());
  }

  private Ran retention(String... arguments) {
    List<String> all = new ArrayList<>(List.of("retention"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", site.toString()));
    return Ran.of(all.toArray(String[]::new));
  }

  private String line(String what) {
    Ran ran = retention("report");
    assertEquals(0, ran.code(), ran.err());
    return ran.out()
        .lines()
        .filter(line -> line.startsWith(what + " "))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  @Test
  void theReportHasALineForEachClassAndSaysWhyItIsKept() {
    assertEquals("case 1 0 0 1 - - 3 years house", line("case"));
    assertTrue(line("picture").startsWith("picture - 0 0 0"), line("picture"));
    assertTrue(retention("report").out().contains("no audio is decoded"));
  }

  @Test
  void aSupervisorHoldsAndReleases() throws Exception {
    assertEquals(
        0, retention("hold", "--case", "case-1", "--reason", "a court asks", "--by", "oh").code());
    assertEquals("case 1 0 1 0 - - 3 years house", line("case"));
    assertTrue(retention("report").out().contains("held: case case-1"));
    assertTrue(retention("report").out().contains("a court asks"));
    String database = Files.readString(folder.resolve("haetae.db"), StandardCharsets.ISO_8859_1);
    assertTrue(!database.contains("a court asks"), "the reason is sealed");
    Ran again = retention("hold", "--case", "case-1", "--reason", "a court asks", "--by", "oh");
    assertEquals(1, again.code());
    assertTrue(again.err().contains("case-1 is held already"), again.err());
    assertEquals(0, retention("release", "--case", "case-1", "--by", "oh").code());
    assertEquals("case 1 0 0 1 - - 3 years house", line("case"));
  }

  @Test
  void nobodyElseDoes() {
    Ran officer = retention("hold", "--case", "case-1", "--reason", "a court asks", "--by", "lim");
    assertEquals(1, officer.code());
    assertTrue(officer.err().contains("only a supervisor"), officer.err());
    assertEquals(
        2,
        retention("hold", "--case", "case-1", "--reason", "a court asks", "--by", "none").code());
    assertEquals(2, retention("hold", "--reason", "a court asks", "--by", "oh").code());
    assertEquals(
        1, retention("hold", "--order", "none", "--reason", "a court asks", "--by", "oh").code());
  }

  @Test
  void aRoundOnTheCommandLineEndsWhatIsDue() {
    Ran ran = retention("run");
    assertEquals(0, ran.code(), ran.err());
    assertEquals("0 ended\n", ran.out());
  }

  @Test
  void aSiteMayHaveRulesOfItsOwn() throws Exception {
    Path rules = Files.writeString(folder.resolve("own.yaml"), "version: mine\nzone: Asia/Seoul\n");
    site = site(", retention: own.yaml");
    Ran wrong = retention("report");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("nothing is said of"), wrong.err());
    String shipped =
        Files.readString(
            Home.folder()
                .resolve(
                    "casework/src/main/resources/org/haetae/casework/retention/korea-2026.yaml"));
    Files.writeString(rules, shipped.replaceFirst("P3Y", "P10Y"));
    assertEquals("case 1 0 0 1 - - 10 years house", line("case"));
  }
}
