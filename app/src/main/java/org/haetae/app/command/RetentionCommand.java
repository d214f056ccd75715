package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.haetae.app.CaseRecords;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.casework.office.Office;
import org.haetae.casework.retention.HoldDesk;
import org.haetae.casework.retention.RetentionReport;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.StoredLedger;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is kept, how long, and what a supervisor keeps longer. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Says what is kept about people and how long, ends what was kept long enough, and holds what"
          + " a court may need. A site that runs ends it by itself, every hour.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  haetae retention report --config site.yaml       what is kept; changes nothing",
      "  haetae retention run --config site.yaml          end what is due; end haetae first",
      "  haetae retention hold --case case-12 --reason \"asked for by the court\" --by"
          + " supervisor-oh --config site.yaml",
      "  haetae retention release --case case-12 --by supervisor-oh --config site.yaml",
      "Exit codes: 0 done, 1 it was refused, 2 the site's file or the options have problems, 3 the"
          + " database or the keys can't be used."
    })
final class RetentionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }

  /** What a hold is on. */
  static final class On {
    @Option(names = "--case", required = true, paramLabel = "ID", description = "A case.")
    private String file = "";

    @Option(names = "--order", required = true, paramLabel = "ID", description = "An order.")
    private String order = "";

    Owner owner() {
      return SiteFiles.named(
          () -> order.isEmpty() ? Owner.of(new CaseId(file)) : Owner.of(new OrderId(order)));
    }
  }

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      description = "What is kept, by class; also while haetae runs. Changes nothing.")
  int report(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    Site site = SiteFiles.read(config);
    Records records = SiteFiles.records(site, config);
    return SiteFiles.withStore(
        records,
        "haetae retention report",
        store -> {
          Office office = new Office(new StoredLedger(store));
          tell(RetentionReport.of(office, store, records.retention(), Instant.now()));
          new HoldDesk(office, store)
              .all().stream()
                  .filter(hold -> hold.lifted().isEmpty())
                  .forEach(
                      hold ->
                          System.out.printf(
                              "held: %s %s, since %s, by %s: %s%n",
                              hold.on().kind().name().toLowerCase(Locale.ROOT),
                              hold.on().id(),
                              hold.at(),
                              hold.by(),
                              hold.reason().orElse("")));
          return ExitCode.DONE.value();
        });
  }

  private static void tell(RetentionReport report) {
    System.out.printf("rules %s, at %s%n", report.version(), report.at());
    System.out.printf(
        "%-11s %8s %6s %6s %8s  %-20s %-20s %-9s %s%n",
        "class",
        "kept",
        "due",
        "held",
        "in use",
        "oldest counts from",
        "next goes",
        "for",
        "basis");
    for (RetentionReport.Line line : report.lines()) {
      System.out.printf(
          "%-11s %8s %6d %6d %8d  %-20s %-20s %-9s %s%n",
          line.rule().what().name().toLowerCase(Locale.ROOT),
          line.count().map(String::valueOf).orElse("-"),
          line.due(),
          line.held(),
          line.inUse(),
          moment(line.oldest()),
          moment(line.next()),
          line.rule().length().map(Object::toString).orElse("-"),
          line.rule().basis().name().toLowerCase(Locale.ROOT));
    }
    System.out.println();
    for (RetentionReport.Line line : report.lines()) {
      System.out.printf(
          "%s: %s. %s%n",
          line.rule().what().name().toLowerCase(Locale.ROOT),
          line.rule().counted(),
          line.rule().source());
    }
  }

  private static String moment(Optional<Instant> when) {
    return when.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
  }

  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = "Ends what was kept long enough. A site that runs does it by itself.")
  int end(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    Site site = SiteFiles.read(config);
    Records kept = SiteFiles.records(site, config);
    return SiteFiles.asAccount(
        () -> {
          try (CaseRecords records = CaseRecords.open(Optional.of(kept), InstantSource.system())) {
            System.out.printf("%d ended%n", records.retention().run());
            return ExitCode.DONE.value();
          }
        });
  }

  @Command(
      name = "hold",
      mixinStandardHelpOptions = true,
      description = "Keeps a case or an order, and all that belongs to it, until it is released.")
  int hold(
      @ArgGroup(multiplicity = "1") On on,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; sealed with the case or the order.")
          String reason,
      @Option(names = "--by", required = true, paramLabel = "USER", converter = Users.class)
          UserId by,
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return decide(
        config,
        "haetae retention hold",
        on,
        by,
        (desk, deed) -> {
          desk.place(on.owner(), reason, deed);
          System.out.printf("%s is held%n", on.owner().id());
        });
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Lifts a hold. What is due by then goes with the next round.")
  int release(
      @ArgGroup(multiplicity = "1") On on,
      @Option(names = "--by", required = true, paramLabel = "USER", converter = Users.class)
          UserId by,
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return decide(
        config,
        "haetae retention release",
        on,
        by,
        (desk, deed) -> {
          desk.lift(on.owner(), deed);
          System.out.printf("%s is held no longer%n", on.owner().id());
        });
  }

  private static int decide(
      Path config, String command, On on, UserId by, BiConsumer<HoldDesk, Deed> decision) {
    Site site = SiteFiles.read(config);
    return SiteFiles.withStore(
        SiteFiles.records(site, config),
        command,
        Optional.of(on.owner().subject()),
        store -> {
          Office office = new Office(new StoredLedger(store));
          Deed deed = Signed.by(office, by);
          return Signed.orRefused(
              () -> {
                decision.accept(new HoldDesk(office, store), deed);
                return ExitCode.DONE.value();
              });
        });
  }
}
