package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  @TempDir Path folder;
  private String site = "";

  @BeforeEach
  void site() throws Exception {
    site = new SmallSite(folder).write(SmallSite.KEPT).toString();
  }

  private String keys(String command) {
    Ran ran = Ran.of("keys", command, "--config", site);
    assertEquals(0, ran.code(), ran.err());
    return ran.out();
  }

  @Test
  void theMasterKeyIsChangedAndTheCaseworkStays() throws Exception {
    Path staff = Files.writeString(folder.resolve("stations.csv"), STATIONS);
    assertTrue(keys("status").contains("not all sealed"));
    assertEquals(0, Ran.of("import", "--config", site, "stations", staff.toString()).code());
    String status = keys("status");
    assertTrue(status.contains("text         1 keys, 0 destroyed"), status);
    assertTrue(status.contains("text is sealed") && status.contains("master key: whole"), status);
    byte[] before = Files.readAllBytes(folder.resolve("master.key"));
    assertTrue(keys("rotate").contains("wrapped by another master key"));
    assertFalse(Arrays.equals(before, Files.readAllBytes(folder.resolve("master.key"))));
    Ran again = Ran.of("import", "--config", site, "stations", staff.toString());
    assertTrue(again.out().contains("row"), again.err() + again.out());
    Files.write(folder.resolve("master.key"), before);
    Ran wrong = Ran.of("users", "list", "--config", site);
    assertEquals(3, wrong.code());
    assertTrue(wrong.err().contains("is not the one of the keys"), wrong.err());
  }

  @Test
  void plainTextIsSealedWhenSomebodySaysSo() {
    assertTrue(keys("seal").contains("all text about people is sealed"));
    assertTrue(keys("status").contains("text is sealed"));
  }

  private static final String STATIONS = "id,name,latitude,longitude\nmapo,Mapo,37.55,126.95\n";
}
