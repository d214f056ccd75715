package org.haetae.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.app.Home;
import org.haetae.app.config.CaseworkSettings;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.training.DrillRule;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillSceneTest {
  private static final Path SCENE = Home.folder().resolve("config/drill.yaml");
  private static final DrillRule RULE =
      new DrillRule(
          Duration.ofSeconds(10),
          Duration.ofSeconds(7),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));
  private static final DispatchRule TWO = new DispatchRule(Set.of(Severity.DANGER));

  private static Site read(Path file) {
    return assertInstanceOf(
            SiteReader.Outcome.Good.class, SiteReader.read(file, InstantSource.system()))
        .site();
  }

  @Test
  void theShippedSceneHoldsOneIncidentAndSaysThatItIsNone() {
    Site site = read(SCENE);
    assertFalse(site.exercise(), "only a drill makes it one");
    assertEquals(1, site.orders().size());
    assertTrue(site.name().contains("훈련") && site.name().contains("EXERCISE"), site.name());
    Site exercise = DrillScene.of(site, RULE, TWO);
    assertTrue(exercise.exercise());
    assertTrue(exercise.listeningOn(exercise.listen().at(0)).exercise());
    assertTrue(site.listen().console().port() != 8480, "the port of a site");
  }

  @Test
  void theNextTierIsToldWhenTheTimeForAnAnswerIsOver() {
    CaseworkSettings casework = DrillScene.of(read(SCENE), RULE, TWO).casework();
    assertEquals(
        List.of(Duration.ZERO, Duration.ofSeconds(7), Duration.ofSeconds(14)),
        casework.escalation().tiers().stream().map(Tier::after).toList());
    assertEquals(Duration.ofSeconds(7), casework.escalation().repeat());
    assertEquals(TWO, casework.dispatch());
  }

  @Test
  void whateverTheFileSaysNothingIsKeptAndNobodyIsCalled(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("scene.yaml");
    Files.writeString(folder.resolve("station.key"), "a key of sixteen characters");
    Files.writeString(
        file,
        Files.readString(SCENE).replace("../camera-sim", Home.folder() + "/camera-sim")
            + """
            casework:
              database: data/haetae.db
              keys: data/keys
              master-key: master.key
              channels:
                - {name: station, kind: webhook, url: "https://station.example/x", key-file: station.key}
              escalation:
                - {name: station, channels: [station]}
            """);
    Site real = read(file);
    assertTrue(real.casework().records().isPresent());
    CaseworkSettings casework = DrillScene.of(real, RULE, TWO).casework();
    assertEquals(Optional.empty(), casework.records());
    assertEquals(List.of(), casework.channels());
    assertEquals(List.of(), casework.technical());
    assertEquals(Optional.empty(), casework.releases());
    assertEquals(Optional.empty(), casework.emergency());
    assertEquals(Set.of(CaseworkSettings.CONSOLE), casework.escalation().toldUpTo(2));
    assertFalse(casework.canary().isOn());
  }
}
