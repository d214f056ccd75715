package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be written down is said before anybody has worked for nothing. */
class DrillCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path site(String... lines) throws Exception {
    return new SmallSite(folder).write(lines);
  }

  private Path kept() throws Exception {
    return site(SmallSite.KEPT);
  }

  private static void refused(int code, String saying, String... options) {
    Ran ran = Ran.of(options);
    assertEquals(code, ran.code(), ran.err());
    assertTrue(ran.err().contains(saying), ran.err());
    assertFalse(ran.out().contains("EXERCISE: "), "the exercise began: " + ran.out());
  }

  @Test
  void whatIsWrittenDownNeedsATraineeAndASite() throws Exception {
    String site = kept().toString();
    refused(2, "--record needs --operator", "drill", "--record");
    refused(2, "--record needs --operator", "drill", "--record", "--operator", "kim");
    refused(2, "--record needs --operator", "drill", "--record", "--site", site);
    refused(2, "the id of a user must be", "drill", "--operator", "kim lee");
    refused(2, "'soon' is no duration", "drill", "--limit", "soon");
  }

  @Test
  void aSiteWithoutADatabaseKeepsNoTraining() throws Exception {
    refused(2, "keeps no database", record(site()));
    refused(3, "there is no database", record(kept()));
    assertFalse(Files.exists(folder.resolve("haetae.db")), "it was made by looking");
  }

  @Test
  void whoWorksNowhereIsNotTrained() throws Exception {
    Path site = kept();
    Deed deed = new Deed(new Actor(new UserId("import"), Role.SUPERVISOR), Instant.now());
    try (SealedStore sealed = sealed()) {
      Store store = sealed.store();
      CaseDesk desk = new CaseDesk(new Office(new StoredLedger(store)), PlanReader.korea());
      desk.post(new UserId("lee"), Role.OPERATOR, new StationId("jongno"), deed);
      refused(2, "nobody called kim works at a real site", record(site));
      desk.post(new UserId("kim"), Role.OPERATOR, new StationId("jongno"), deed);
      desk.left(new UserId("kim"), deed);
      refused(2, "nobody called kim works at a real site", record(site));
    }
  }

  private static String[] record(Path site) {
    return new String[] {
      "drill", "--record", "--operator", "kim", "--site", site.toString(), "--limit", "1s"
    };
  }

  private SealedStore sealed() {
    return SealedStore.open(
        new Database.Sqlite(folder.resolve("haetae.db")),
        new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key")),
        InstantSource.fixed(Instant.EPOCH));
  }
}
