package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.CaseRecords;
import org.haetae.app.Eyes;
import org.haetae.app.Haetae;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.drill.Drill;
import org.haetae.app.drill.DrillScene;
import org.haetae.app.drill.DrillScript;
import org.haetae.app.drill.DrillText;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.DrillResult;
import org.haetae.casework.training.DrillRule;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An exercise that is graded. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = {
      "Plays an incident for whoever is to answer alerts, and grades how fast it was answered."
          + " Cameras are simulated, everything behind them is real: pipeline, incident, page."
          + " It runs on its own, beside or without a site, keeps nothing and calls nobody; its"
          + " page and its alerts say 훈련 EXERCISE.",
      "",
      "The trainee opens the page, enters a user name, and works the incident as a real one:",
      "  1. \"I have seen it\", before the next tier is called",
      "  2. \"Send a patrol\" (by two people where the site of --site demands it)",
      "  3. \"It is over\", with the outcome in words; the patrol of an exercise is there at once",
      "Whoever saves time on one step may spend it on the next. An incident that is closed as a"
          + " false alarm, without a patrol, or by somebody else than --operator is failed, and so"
          + " is one for which the next tier had to be called.",
      ""
    },
    footer = {
      "",
      "The limits are the plan's, section \"drill\": those of --site, or else the shipped ones.",
      "",
      "Examples: haetae drill",
      "          haetae drill --operator kim",
      "          haetae drill --operator kim --record --site site.yaml    a passed one counts as"
          + " training",
      "Exit codes: 0 passed, 1 failed, 2 the options or the site's file have problems, 3 the port,"
          + " the weights or the database are unavailable. Ctrl-C ends it and grades what there is."
    })
final class DrillCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final UserId OPERATOR = new UserId("operator");
  private static final UserId SECOND = new UserId("second-operator");
  private static final StationId STATION = new StationId("exercise");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the page (default: 8490, which is no site's; 0 takes a free one).")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--operator",
      paramLabel = "ID",
      converter = Users.class,
      description = "Who is trained: only steps under this user name count.")
  private Optional<UserId> operator = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = Durations.class,
      description = "End after this time at the latest. Default: ${DEFAULT-VALUE}.")
  private Duration limit = Duration.ofMinutes(10);

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description =
          "A site's YAML file: its plan's limits, and its rule on who may send a patrol, count.")
  private Optional<Path> siteFile = Optional.empty();

  @Option(
      names = "--record",
      description =
          "Write a passed exercise into the casework of --site as training \"incident-desk\" of"
              + " --operator.")
  private boolean record;

  @Option(
      names = "--by",
      paramLabel = "USER",
      defaultValue = "drill",
      converter = Users.class,
      description = "Who writes it down. Default: ${DEFAULT-VALUE}.")
  private UserId by = new UserId("drill");

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() throws InterruptedException {
    Optional<Site> home = siteFile.map(SiteFiles::read);
    Optional<TrainingRecord> training = record ? Optional.of(training(home)) : Optional.empty();
    training.ifPresent(TrainingRecord::check);
    Site scene = SiteFiles.read(Home.folder().resolve("config").resolve("drill.yaml"));
    DrillRule rule = home.orElse(scene).plan().drill();
    DispatchRule dispatch =
        home.map(site -> site.casework().dispatch()).orElse(DispatchRule.onePerson());
    Site exercise = DrillScene.of(scene, rule, dispatch);
    // Until the grade is told: a process that is being stopped must not end before.
    try (UntilStopped stop = new UntilStopped()) {
      DrillText text =
          new DrillText(ZoneId.systemDefault(), exercise.casework().escalation().tiers());
      Optional<DrillResult> result = play(exercise, rule, text, stop);
      System.out.println();
      tell(result, text);
      boolean passed = result.filter(DrillResult::passed).isPresent();
      training.ifPresent(where -> write(where, passed));
      return (passed ? ExitCode.DONE : ExitCode.FAILURE_FOUND).value();
    }
  }

  private static void tell(Optional<DrillResult> result, DrillText text) {
    result
        .map(text::table)
        .orElse(List.of("The exercise ended before anybody came: there is nothing to grade."))
        .forEach(System.out::println);
  }

  private TrainingRecord training(Optional<Site> home) {
    if (home.isEmpty() || operator.isEmpty()) {
      throw new Problem(
          ExitCode.USAGE,
          "--record needs --operator, who is trained, and --site, where it is written down");
    }
    return new TrainingRecord(home.get(), siteFile.orElseThrow(), operator.get(), by);
  }

  private Optional<DrillResult> play(
      Site exercise, DrillRule rule, DrillText text, UntilStopped stop)
      throws InterruptedException {
    DrillScript script = new DrillScript(ShippedFootage.truths());
    Site site =
        exercise.listeningOn(exercise.listen().at(port.orElse(exercise.listen().console().port())));
    Eyes eyes = SiteFiles.eyes(site);
    try (CaseRecords records = CaseRecords.open(site.casework().records(), clock);
        Haetae haetae =
            new Haetae(
                site, eyes, records, SiteFiles.enroller(site, eyes), script::started, clock)) {
      haetae.start();
      UserId trained = operator.orElse(OPERATOR);
      post(records, site, trained);
      System.out.println("훈련 EXERCISE: nothing of this is real, and nobody is called.");
      System.out.printf(
          "Open %s as %s and answer what comes there.   (Ctrl-C ends it)%n",
          haetae.pass(trained), trained);
      if (!site.casework().dispatch().twoPeople().isEmpty()) {
        post(records, site, SECOND);
        System.out.printf(
            "The second person, who must agree to a patrol: %s%n", haetae.pass(SECOND));
      }
      Drill drill = new Drill(script, haetae.incidents(), text, System.out::println);
      Instant end = clock.instant().plus(limit);
      boolean stopped = false;
      while (!drill.look(clock.instant()) && !stopped && clock.instant().isBefore(end)) {
        stopped = stop.await(Optional.of(LOOK));
      }
      return drill.result(rule, operator);
    }
  }

  /** In the exercise's own records, which go with it. */
  private void post(CaseRecords records, Site site, UserId user) {
    Deed deed = new Deed(new Actor(by, Role.SUPERVISOR), clock.instant());
    new CaseDesk(records.office(), site.plan()).post(user, Role.OPERATOR, STATION, deed);
  }

  private void write(TrainingRecord training, boolean passed) {
    if (passed) {
      training.write(clock.instant());
    }
    System.out.println(
        passed
            ? "Written down at %s: %s has completed %s."
                .formatted(training.site().name(), training.trainee(), TrainingRecord.MODULE)
            : "Not written down: only a passed exercise counts as training.");
  }
}
