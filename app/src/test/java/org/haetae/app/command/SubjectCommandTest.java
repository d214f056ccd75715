package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.haetae.app.CaseRecords;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Entry;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubjectCommandTest {
  private static final CaseId CASE = new CaseId("case-1");

  @TempDir private Path folder = Path.of("");
  private Path site = Path.of("");
  private Path to = Path.of("");

  @BeforeEach
  void casework() throws Exception {
    SmallSite small = new SmallSite(folder);
    site = small.write("listen: {port: 9470}", SmallSite.KEPT);
    to = folder.resolve("answer.json");
    small.imported("stations", "id,name,latitude,longitude\njongno,Jongno,37.57,126.98\n");
    small.imported(
        "staff", "id,role,station,trained\noh,supervisor,jongno,\nlim,officer,jongno,\n");
    small.imported(
        "cases",
        "id,person,offence,station,respondents\ncase-1,person-1,stalking,jongno,respondent-1\n");
    small.imported(
        "orders",
        """
        id,reference,kind,offence,legal-basis,issued-by,respondent,protected-people,places,\
        risk-grade,valid-from,valid-until,measures
        order-1,2020-77,emergency,stalking,"Act on Punishment of Stalking Crimes, Art. 4",station,\
        respondent-1,person-1,"home@37.5,127.0/100",high,2025-11-20,2025-12-20,stay-away 100
        """);
    with(
        opened -> {
          RegisterDesk register =
              new RegisterDesk(
                  opened.store(), new BlindIndex(opened.ring().blindIndex()), Normal.korea());
          register.put(Owner.of(CASE), name("Yun Sora", "12 Hidden Road"), deed());
          register.put(
              Owner.of(new RespondentId("respondent-1")), name("Han Dok", "7 Known St"), deed());
        });
  }

  private static Entry name(String name, String address) {
    return new Entry(name, address, List.of(), Optional.empty());
  }

  private static Deed deed() {
    return new Deed(new Actor(new UserId("oh"), Role.SUPERVISOR), Instant.now());
  }

  private void with(Consumer<SealedStore> work) {
    try (SealedStore opened =
        SealedStore.open(
            new Database.Sqlite(folder.resolve("haetae.db")),
            new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key")),
            InstantSource.system())) {
      work.accept(opened);
    }
  }

  private void closeTheCase() {
    with(
        opened ->
            new CaseDesk(new Office(new StoredLedger(opened.store())), PlanReader.korea())
                .close(CASE, "she has moved", deed()));
  }

  private Ran subject(String... arguments) {
    List<String> all = new ArrayList<>(List.of("subject"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", site.toString()));
    return Ran.of(all.toArray(String[]::new));
  }

  private Ran export(String about, String id, String by) {
    return subject("export", about, id, "--to", to.toString(), "--by", by);
  }

  private static void refused(int code, String why, Ran ran) {
    assertEquals(code, ran.code(), ran.out() + ran.err());
    assertTrue(ran.err().contains(why), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  private JsonNode answer() throws Exception {
    JsonNode read = JsonMapper.builder().build().readTree(Files.readString(to));
    Files.delete(to);
    return read;
  }

  /** Who is written down with an act, what about and how. */
  private List<String> trail(AuditAct act) {
    List<String> all = new ArrayList<>();
    with(
        opened ->
            opened.store().read(in -> in.audit().after(0, 9999)).stream()
                .map(record -> record.entry().note())
                .filter(note -> note.act() == act)
                .map(
                    note ->
                        "%s %s %s"
                            .formatted(note.actor().name(), note.subject().id(), note.detail()))
                .forEach(all::add));
    return all;
  }

  @Test
  void theProtectedPersonReadsTheirOwnInAFileForItsOwnerAlone() throws Exception {
    Ran ran = export("--case", "case-1", "oh");
    assertEquals(0, ran.code(), ran.err());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(to)));
    assertTrue(ran.out().contains("register     4 entries"), ran.out());
    assertTrue(ran.out().contains("Who the respondent is"), ran.out());
    for (String name : List.of("Yun Sora", "Hidden Road", "Han Dok")) {
      assertFalse(ran.out().contains(name), ran.out());
    }
    JsonNode answer = answer();
    assertEquals("case-1", answer.get("about").asString());
    assertEquals("Yun Sora", answer.get("kept").get("register").get("name").asString());
    assertFalse(answer.toString().contains("Han Dok"), answer.toString());
    assertEquals(2, answer.get("withheld").size());
    List<String> trail = trail(AuditAct.EXPORT);
    assertEquals(1, trail.size(), trail.toString());
    assertTrue(
        trail.getFirst().startsWith("oh case-1 subject access, entered by"), trail.toString());
    assertTrue(
        trail(AuditAct.COMMAND).getLast().endsWith("case-1 haetae subject export"),
        trail(AuditAct.COMMAND).toString());
  }

  @Test
  void theRespondentReadsNothingThatLeadsToWhomTheyEndanger() throws Exception {
    for (String[] way :
        List.of(
            new String[] {"--respondent", "respondent-1"}, new String[] {"--order", "order-1"})) {
      Ran ran = export(way[0], way[1], "oh");
      assertEquals(0, ran.code(), ran.err());
      String answer = answer().toString();
      assertTrue(answer.contains("Han Dok") && answer.contains("2020-77"), answer);
      for (String other : List.of("Yun Sora", "case-1", "person-1", "home", "jongno")) {
        assertFalse(answer.contains(other), other + " in " + answer);
      }
    }
  }

  @Test
  void noAnswerForWhoIsUnknownOrMayNotAskAndNoFileIsReplaced() throws Exception {
    for (String about : List.of("--case", "--order", "--respondent")) {
      refused(1, "none", export(about, "none", "oh"));
      refused(1, "only a supervisor", export(about, "none", "lim"));
      refused(2, "nobody works here as none", export(about, "none", "none"));
      refused(2, "../x", export(about, "../x", "oh"));
    }
    assertFalse(Files.exists(to));
    Files.writeString(to, "mine");
    refused(2, "is there already", export("--case", "case-1", "oh"));
    assertEquals("mine", Files.readString(to));
    assertEquals(2, subject("export", "--to", to.toString(), "--by", "oh").code());
    to = folder.resolve("none/answer.json");
    refused(3, "can't be written", export("--case", "case-1", "oh"));
  }

  @Test
  void whatIsOpenOrHeldIsNotErased() {
    refused(1, "case case-1 is open", subject("erase", "--case", "case-1", "--by", "oh", "--yes"));
    refused(
        1,
        "names respondent respondent-1",
        subject("erase", "--respondent", "respondent-1", "--by", "oh", "--yes"));
    closeTheCase();
    Ran held =
        Ran.of(
            "retention",
            "hold",
            "--order",
            "order-1",
            "--reason",
            "a court asks",
            "--by",
            "oh",
            "--config",
            site.toString());
    assertEquals(0, held.code(), held.err());
    for (List<String> yes : List.of(List.<String>of(), List.of("--yes"))) {
      List<String> asked = new ArrayList<>(List.of("erase", "--case", "case-1", "--by", "oh"));
      asked.addAll(yes);
      refused(1, "order-1 is held", subject(asked.toArray(String[]::new)));
    }
    assertEquals(List.of(), trail(AuditAct.PURGE));
  }

  @Test
  void erasingSaysWhatGoesAndAsksForYes() {
    closeTheCase();
    Ran asked = subject("erase", "--case", "case-1", "--by", "oh");
    refused(2, "add --yes", asked);
    assertTrue(asked.out().contains("case case-1 would go"), asked.out());
    assertTrue(asked.out().contains("order order-1 would go"), asked.out());
    assertTrue(asked.out().contains("it would have stayed until 20"), asked.out());
    assertEquals(List.of(), trail(AuditAct.PURGE));
    refused(1, "only a supervisor", subject("erase", "--case", "case-1", "--by", "lim", "--yes"));
    refused(1, "only a supervisor", subject("erase", "--case", "case-1", "--by", "lim"));
    refused(1, "nothing is kept", subject("erase", "--case", "none", "--by", "oh", "--yes"));
    Ran done = subject("erase", "--case", "case-1", "--by", "oh", "--yes");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("case case-1 has gone"), done.out());
    refused(1, "nothing is kept about case-1", export("--case", "case-1", "oh"));
    assertEquals(0, subject("erase", "--respondent", "respondent-1", "--by", "oh", "--yes").code());
    List<String> trail = trail(AuditAct.PURGE);
    for (String gone : List.of("case-1", "order-1", "respondent-1")) {
      assertTrue(
          trail.stream().anyMatch(line -> line.startsWith("oh " + gone + " erasure asked for")),
          trail.toString());
    }
  }

  @Test
  void aRunningSiteIsEndedBeforeAnythingIsErased() {
    closeTheCase();
    Records records =
        new Records(
            folder.resolve("haetae.db"), folder.resolve("keys"), folder.resolve("master.key"));
    try (CaseRecords running = CaseRecords.open(Optional.of(records), InstantSource.system())) {
      assertEquals(3, subject("erase", "--case", "case-1", "--by", "oh", "--yes").code());
      refused(2, "add --yes", subject("erase", "--case", "case-1", "--by", "oh"));
      assertEquals(0, export("--case", "case-1", "oh").code());
      assertTrue(running.office().<Boolean>look(files -> files.find(CASE).isPresent()));
    }
  }
}
