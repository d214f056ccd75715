package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.app.CaseRecords;
import org.haetae.app.config.CaseworkSettings.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
  @TempDir private Path folder = Path.of("");
  private String site = "";
  private String keys = "";
  private String backups = "";

  @BeforeEach
  void siteWithStaff() throws Exception {
    keys = folder.resolve("backup-keys").toString();
    backups = Files.createDirectory(folder.resolve("backups")).toString();
    site =
        new SmallSite(folder)
            .write("casework: {database: data/haetae.db, keys: data/keys, master-key: master.key}")
            .toString();
    Files.createDirectory(folder.resolve("data"));
    CaseRecords.open(Optional.of(records()), InstantSource.system()).close();
    imported("jongno");
  }

  private Records records() {
    return new Records(
        folder.resolve("data/haetae.db"),
        folder.resolve("data/keys"),
        folder.resolve("master.key"));
  }

  private void imported(String station) throws Exception {
    String csv = "id,name,latitude,longitude\n%s,%s,37.57,126.98\n".formatted(station, station);
    Path file = Files.writeString(folder.resolve(station + ".csv"), csv);
    assertEquals(0, Ran.of("import", "--config", site, "stations", file.toString()).code());
  }

  private Ran backup(String... more) {
    return Ran.of(with(List.of("backup", "--config", site, "--keys", keys), more));
  }

  private Ran restore(String... more) {
    return Ran.of(with(List.of("restore", "--config", site), more));
  }

  private static String[] with(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static String only(String folder) throws Exception {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst().toString();
    }
  }

  /** What is written down of stations, as far as the file's bytes show it. */
  private boolean knows(String station) throws Exception {
    return Files.readString(records().database(), StandardCharsets.ISO_8859_1).contains(station);
  }

  @Test
  void aSiteComesBackByThreeCommands() throws Exception {
    Ran made = backup("--to", backups);
    assertEquals(0, made.code(), made.err());
    assertTrue(made.out().contains("read back and the same"), made.out());
    assertTrue(made.err().contains("a new week has a new key"), made.err());
    assertFalse(backup("--to", folder.resolve("second").toString()).err().contains("new key"));
    imported("mapo");
    String file = only(backups);
    String key = only(keys);

    Ran refused = restore("--from", file, "--key", key);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("with --replace"), refused.err());
    assertTrue(knows("mapo"));

    Ran done = restore("--from", file, "--key", key, "--replace");
    assertEquals(0, done.code(), done.err());
    assertTrue(knows("jongno"));
    assertFalse(knows("mapo"));

    String aside =
        done.out().lines().filter(line -> line.contains(".before-")).findFirst().orElseThrow();
    aside = aside.replaceAll(".* is (\\S+): .*", "$1");
    Ran undone = restore("--undo", aside);
    assertEquals(0, undone.code(), undone.err());
    assertTrue(knows("mapo"));
  }

  @Test
  void whatIsWrongIsOneSentence() throws Exception {
    assertEquals(0, backup("--to", backups).code());
    String file = only(backups);
    String key = only(keys);
    for (Ran ran :
        List.of(
            backup("--to", file),
            restore("--from", file, "--key", folder.resolve("none").toString(), "--replace"),
            restore("--from", file, "--key", site, "--replace"),
            restore("--from", site, "--key", key, "--replace"),
            restore("--undo", folder.resolve("none").toString()))) {
      assertEquals(1, ran.code(), ran.err());
      assertTrue(ran.err().startsWith("haetae: "), ran.err());
      assertEquals(1, ran.err().lines().count(), ran.err());
    }
    assertEquals(2, restore().code());
    assertEquals(2, restore("--from", file, "--key", key, "--undo", file).code());
    assertEquals(2, backup("--to", backups, "--keep", "2h").code());
    Ran list = restore("--from", file, "--key", key, "--destroyed", site, "--replace");
    assertEquals(2, list.code());
    assertTrue(list.err().contains("names no destroyed key"), list.err());
  }

  @Test
  void aSiteThatKeepsNothingHasNothingToBackUp() throws Exception {
    Path plain = folder.resolve("plain.yaml");
    Files.writeString(plain, Files.readString(Path.of(site)).replaceAll("casework:.*", ""));
    Ran ran = Ran.of("backup", "--config", plain.toString(), "--keys", keys, "--to", backups);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("keeps no database"), ran.err());
  }
}
