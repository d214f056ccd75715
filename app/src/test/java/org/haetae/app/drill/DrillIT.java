package org.haetae.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.haetae.app.command.SmallSite;
import org.haetae.app.live.Visitor;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exercise in a process of its own, worked over HTTP as the page does, or by nobody. */
class DrillIT {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern ADDRESS = Pattern.compile("Open (http://\\S+) as kim and");
  private static final UserId KIM = new UserId("kim");

  @TempDir private Path folder = Path.of("");

  @Test
  void whoeverAnswersInTimePassesAndIsTrained() throws Exception {
    // How fast the alert comes is the demo's test; here the operator is graded, on any machine.
    Path site = site("alerted: PT10S", "alerted: PT2M");
    Process drill = drill("--limit", "4m", "--operator", "kim", "--record", "--site", "" + site);
    try (BufferedReader out = drill.inputReader(StandardCharsets.UTF_8);
        Visitor kim = Visitor.by(address(out))) {
      JsonNode incident = opened(kim);
      assertTrue(get(kim, "/api/site").path("exercise").asBoolean());
      assertTrue(get(kim, "/api/alerts").path(0).path("exercise").asBoolean());
      assertTrue(incident.path("exercise").asBoolean(), incident.toString());
      String id = incident.path("id").asString();
      step(kim, id, "acknowledge", Map.of());
      step(kim, id, "dispatch", Map.of());
      step(kim, id, "resolve", Map.of("outcome", "he went away"));
      List<String> said = ended(drill, out);
      assertEquals(0, drill.exitValue(), said.toString());
      assertTrue(said.contains("The exercise was PASSED."), said.toString());
      assertTrue(
          said.contains("Written down at a real site: kim has completed incident-desk."),
          said.toString());
    }
    assertTrue(isTrained());
    assertEquals(List.of(), left("haetae.db"), "the exercise itself is kept nowhere");
  }

  @Test
  void whereNobodyActsTheNextTierIsCalledAndNobodyIsTrained() throws Exception {
    Path site = site("acknowledged: PT30S", "acknowledged: PT2S");
    Process drill = drill("--limit", "32s", "--operator", "kim", "--record", "--site", "" + site);
    try (BufferedReader out = drill.inputReader(StandardCharsets.UTF_8)) {
      assertFalse(address(out).isEmpty());
      List<String> said = ended(drill, out);
      assertEquals(1, drill.exitValue(), said.toString());
      assertTrue(
          said.stream()
              .anyMatch(
                  line -> line.endsWith("NOBODY HAS ANSWERED: told now: patrol of the station")),
          said.toString());
      assertTrue(
          said.stream()
              .anyMatch(line -> line.matches("alert -> seen by a person +never +2.0 s  FAILED")),
          said.toString());
      assertTrue(said.contains("The exercise was FAILED."), said.toString());
      assertTrue(
          said.contains("Not written down: only a passed exercise counts as training."),
          said.toString());
    }
    assertFalse(isTrained());
  }

  /** A real site with a database in which kim works, and a plan of its own. */
  private Path site(String limit, String other) throws IOException {
    String plan = shippedPlan();
    String changed = plan.replace(limit, other);
    assertFalse(changed.equals(plan), "the plan has no " + limit);
    Files.writeString(folder.resolve("plan.yaml"), changed);
    try (SealedStore sealed = sealed()) {
      Store store = sealed.store();
      CaseDesk desk = new CaseDesk(new Office(new StoredLedger(store)), PlanReader.korea());
      desk.post(
          KIM,
          Role.OPERATOR,
          new StationId("jongno"),
          new Deed(new Actor(new UserId("import"), Role.SUPERVISOR), Instant.now()));
    }
    return new SmallSite(folder).write("plan: plan.yaml", SmallSite.KEPT);
  }

  private static String shippedPlan() throws IOException {
    try (var in = PlanReader.class.getResourceAsStream("korea-2026.yaml")) {
      assertTrue(in != null, "the shipped plan");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private boolean isTrained() {
    try (SealedStore sealed = sealed()) {
      Store store = sealed.store();
      return new Office(new StoredLedger(store))
          .look(files -> files.staff(KIM).trained().containsKey("incident-desk"));
    }
  }

  private Process drill(String... options) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--add-modules=jdk.incubator.vector",
                            "-Dstdout.encoding=UTF-8",
                            "-Djava.io.tmpdir=" + temporary,
                            "-Dhaetae.home=" + Home.folder(),
                            "org.haetae.app.Main",
                            "drill",
                            "--port",
                            "0"),
                        Stream.of(options))
                    .toList())
            .redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.start();
  }

  private List<String> left(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("temporary"))) {
      return files.map(Path::toString).filter(file -> file.contains(name)).toList();
    }
  }

  private static String address(BufferedReader out) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher open = ADDRESS.matcher(line);
      if (open.find()) {
        return open.group(1);
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the drill has no page: " + said);
  }

  private static List<String> ended(Process drill, BufferedReader out) throws InterruptedException {
    List<String> said = out.lines().toList();
    assertTrue(drill.waitFor(1, TimeUnit.MINUTES), "the drill did not end");
    return said;
  }

  /** Listens as the page does until there is an incident. */
  private static JsonNode opened(Visitor kim) throws Exception {
    try (InputStream stream = kim.stream("/events");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      Optional<String> told = lines.lines().filter("event: incidents"::equals).findFirst();
      assertTrue(told.isPresent(), "no incident before the drill ended");
    }
    JsonNode incident = get(kim, "/api/incidents").path(0);
    assertEquals("open", incident.path("state").asString(), incident.toString());
    return incident;
  }

  private static JsonNode get(Visitor kim, String path) throws Exception {
    HttpResponse<String> answer = kim.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return MAPPER.readTree(answer.body());
  }

  private static void step(Visitor kim, String id, String step, Map<String, String> fields)
      throws Exception {
    HttpResponse<String> answer = kim.post("/incidents/" + id + "/" + step, fields);
    assertEquals(303, answer.statusCode(), answer.body());
  }

  private SealedStore sealed() {
    return SealedStore.open(
        new Database.Sqlite(folder.resolve("haetae.db")),
        new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key")),
        InstantSource.fixed(Instant.EPOCH));
  }
}
