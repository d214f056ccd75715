package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {
  @TempDir private Path folder = Path.of("");
  private String site = "";

  @BeforeEach
  void staff() throws Exception {
    SmallSite small = new SmallSite(folder);
    site = small.write("listen: {port: 9470}", SmallSite.KEPT).toString();
    small.imported("stations", "id,name,latitude,longitude\njongno,Jongno,37.57,126.98\n");
    small.imported("staff", "id,role,station,trained\nlim,officer,jongno,\nna,operator,jongno,\n");
  }

  private Ran users(String... rest) {
    String[] all = new String[rest.length + 3];
    all[0] = "users";
    System.arraycopy(rest, 0, all, 1, rest.length);
    all[rest.length + 1] = "--config";
    all[rest.length + 2] = site;
    return Ran.of(all);
  }

  @Test
  void whoWorksHereIsListedWithTheirRole() {
    Ran ran = users("list");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().lines().anyMatch(line -> line.matches("lim +officer +no account")));
    assertTrue(ran.out().lines().anyMatch(line -> line.matches("na +operator +no account")));
  }

  @Test
  void aLinkLeadsToTheConsoleAndIsKeptNowhere() throws Exception {
    Ran ran = users("invite", "lim");
    assertEquals(0, ran.code(), ran.err());
    String link = ran.out().strip();
    assertTrue(link.matches("http://127\\.0\\.0\\.1:9470/welcome/[A-Za-z0-9_-]{43}"), link);
    assertNotEquals(link, users("invite", "lim").out().strip());
    assertNowhere(link.substring(link.lastIndexOf('/') + 1));
  }

  @Test
  void aTokenIsKeptNowhere() throws Exception {
    Ran ran = users("token", "--scope", "CUSTODY", "lim", "--for", "24h");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().strip().matches("[A-Za-z0-9_-]{43}"), ran.out());
    assertNowhere(ran.out().strip());
  }

  private void assertNowhere(String secret) throws Exception {
    String all = Files.readString(folder.resolve("haetae.db"), StandardCharsets.ISO_8859_1);
    assertFalse(all.contains(secret));
  }

  @Test
  void whoDoesNotWorkHereGetsNothing() {
    for (Ran ran :
        List.of(
            users("invite", "stranger"), users("token", "--scope", "SITE,CUSTODY", "stranger"))) {
      assertEquals(2, ran.code());
      assertEquals("", ran.out());
      assertTrue(
          ran.err().contains("nobody works here as stranger: haetae import --config FILE staff"),
          ran.err());
    }
    assertEquals(2, users("invite", "two words").code());
  }
}
