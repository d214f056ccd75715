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
  private static final String LISTEN = "listen: {port: 9470}";

  @TempDir private Path folder = Path.of("");
  private Path site = Path.of("");
  private SmallSite small = new SmallSite(folder);

  @BeforeEach
  void casework() throws Exception {
    small = new SmallSite(folder);
    site = small.write(LISTEN, SmallSite.KEPT);
    small.imported("stations", "id,name,latitude,longitude\njongno,Jongno,37.57,126.98\n");
    small.imported(
        "staff", "id,role,station,trained\noh,supervisor,jongno,\nlim,officer,jongno,\n");
    small.imported(
        "cases",
        "id,person,offence,station,respondents\ncase-1,person-1,stalking,jongno,respondent-1\n");
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
    Ran stranger = retention("release", "--case", "case-1", "--by", "none");
    assertEquals(2, stranger.code());
    assertTrue(
        stranger
            .err()
            .contains("nobody works here as none: haetae import --config FILE staff FILE enters"),
        stranger.err());
    assertEquals(2, retention("hold", "--reason", "a court asks", "--by", "oh").code());
    assertEquals(2, retention("release", "--case", "../x", "--by", "oh").code());
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
    site = small.write(LISTEN, SmallSite.KEPT.replace("}", ", retention: own.yaml}"));
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
