package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  @TempDir private Path folder = Path.of("");
  private String site = "";

  @BeforeEach
  void lived() throws Exception {
    SmallSite small = new SmallSite(folder);
    site = small.write("listen: {port: 9470}", SmallSite.KEPT).toString();
    small.imported("stations", "id,name,latitude,longitude\njongno,Jongno,37.57,126.98\n");
    small.imported("staff", "id,role,station,trained\nlim,officer,jongno,\nna,operator,jongno,\n");
    assertEquals(0, Ran.of("users", "list", "--config", site).code());
  }

  private static Ran done(Ran ran) {
    assertEquals(0, ran.code(), ran.out() + ran.err());
    return ran;
  }

  private Ran verify(String... more) {
    List<String> all = new ArrayList<>(List.of("audit", "verify", "--config", site));
    all.addAll(List.of(more));
    return Ran.of(all.toArray(String[]::new));
  }

  private Path checkpoint() throws Exception {
    Ran ran = done(Ran.of("audit", "checkpoint", "--config", site));
    assertTrue(ran.out().startsWith("haetae-audit-checkpoint-1 "), ran.out());
    return Files.writeString(
        folder.resolve("trail.pem"), ran.out().substring(ran.out().indexOf("-----")));
  }

  private void tamper(String statement) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("haetae.db"));
        Statement sql = db.createStatement()) {
      sql.execute("DROP TRIGGER IF EXISTS audit_entry_no_update");
      sql.execute("DROP TRIGGER IF EXISTS audit_entry_no_delete");
      sql.execute(statement);
    }
  }

  @Test
  void aTrailThatNobodyTouchedIsWhole() throws Exception {
    Path key = checkpoint();
    Ran ran = done(verify("--public-key", key.toString()));
    assertTrue(ran.out().contains("1 checkpoints: the trail is whole"), ran.out());
  }

  @Test
  void withoutCheckpointsItSaysWhatCanNotBeKnown() throws Exception {
    Path key = checkpoint();
    Files.delete(folder.resolve("haetae.db.checkpoints"));
    Ran ran = done(verify("--public-key", key.toString()));
    assertTrue(ran.out().contains("Without checkpoints"), ran.out());
  }

  @Test
  void tamperingIsNamedAndExitsWithOne() throws Exception {
    checkpoint();
    tamper("UPDATE audit_entry SET actor = 'park' WHERE number = 2");
    Ran ran = verify();
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("entry 2 was changed after it was written.\n"), ran.out());
    tamper("DELETE FROM audit_entry WHERE number >= 3");
    assertTrue(verify().out().contains("the end was cut off."), ran.out());
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsMadeUp() throws Exception {
    Ran ran = verify();
    assertEquals(3, ran.code(), ran.out());
    assertTrue(ran.err().contains("there is no " + folder.resolve("audit.key")), ran.err());
    assertFalse(Files.exists(folder.resolve("audit.key")));
    checkpoint();
    assertEquals(3, verify("--checkpoints", folder.resolve("away").toString()).code());
    assertEquals(3, verify("--public-key", site).code());
    assertEquals(2, Ran.of("audit", "verify").code());
    assertEquals(2, verify("--export", site).code());
  }

  /** The same text under the operating system's account, whoever the fact names. */
  @Test
  void commandsAreInTheTrailUnderTheMachinesAccount() throws Exception {
    checkpoint();
    Path all = folder.resolve("all.jsonl");
    done(Ran.of("audit", "export", "--config", site, "--to", all.toString()));
    String text = Files.readString(all, StandardCharsets.UTF_8);
    String account = "\"actor\":\"%s\"".formatted(System.getProperty("user.name"));
    for (String command : List.of("users list", "import", "audit checkpoint", "audit export")) {
      assertTrue(
          text.lines()
              .anyMatch(
                  line -> line.contains(account) && line.contains("\"haetae " + command + "\"")),
          command + text);
    }
    assertTrue(text.contains("entered by the machine's account"), text);
  }

  @Test
  void anExportIsCheckedWithoutItsDatabase() throws Exception {
    Path key = checkpoint();
    Path file = folder.resolve("lim.jsonl");
    Ran ran =
        done(
            Ran.of("audit", "export", "--config", site, "--about", "lim", "--to", file.toString()));
    assertTrue(ran.out().matches("(?s)\\d+ entries are in .*"), ran.out());
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertTrue(text.contains("\"subject\":\"lim\""), text);
    assertFalse(text.contains("\"na\""), text);
    String[] check = {
      "audit", "verify", "--export", file.toString(), "--public-key", key.toString()
    };
    assertTrue(done(Ran.of(check)).out().contains("1 checkpoints: the trail is whole"));
    Ran own = done(Ran.of("audit", "verify", "--export", file.toString()));
    assertTrue(own.out().startsWith("The export's own word was taken"), own.out());
    for (String[] change :
        new String[][] {
          {"\"subject\":\"lim\"", "\"subject\":\"kim\"", "was changed after it was written"},
          {"\"act\":\"WRITE\"", "\"act\":\"STOLE\"", "was changed after it was written"},
          {"(?m)^.*\"number\":2,.*\\R", "", "entry 2 is missing"},
          {"(?s)(\"number\":3,[^\\n]*\\n).*", "$1", "the end was cut off"},
          {"\"hash\":\"[0-9a-f]", "\"hash\":\"x", "was changed after it was written"},
        }) {
      String altered = text.replaceFirst(change[0], change[1]);
      assertFalse(altered.equals(text), change[0]);
      Files.writeString(file, altered);
      Ran found = Ran.of(check);
      assertEquals(1, found.code(), change[0] + found.out() + found.err());
      assertTrue(found.out().contains(change[2]), change[0] + found.out());
    }
    assertEquals(3, Ran.of("audit", "export", "--config", site, "--to", file.toString()).code());
    assertEquals(2, Ran.of("audit", "verify", "--export", site).code());
  }
}
