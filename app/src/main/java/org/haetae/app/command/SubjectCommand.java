package org.haetae.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haetae.app.CaseRecords;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.office.Office;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.retention.ErasurePlan;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.subject.SubjectAccess;
import org.haetae.casework.subject.SubjectAnswer;
import org.haetae.casework.vault.PrivateFiles;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.VaultException;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What somebody may ask of whoever keeps things about them: to read it, and to have it erased. */
@Command(
    name = "subject",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Answers people who ask what is kept about them, and erases on request. A supervisor decides,"
          + " and has checked who asks: --by says who. Both are in the audit trail.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  haetae subject export --case case-12 --to answer.json --by supervisor-oh --config"
          + " site.yaml      for the protected person; also while haetae runs",
      "  haetae subject export --respondent r-7 --to answer.json --by supervisor-oh --config"
          + " site.yaml   for the respondent, without what would lead to whom they endanger",
      "  haetae subject erase --case case-12 --by supervisor-oh --config site.yaml      says what"
          + " would go; changes nothing",
      "  haetae subject erase --case case-12 --by supervisor-oh --config site.yaml --yes"
          + "      for good; end haetae first",
      "What a hold, a law or an open case keeps isn't erased: haetae retention --help. Exit codes:"
          + " 0 done, 1 it was refused, 2 the site's file or the options have problems, or --yes is"
          + " missing, 3 the database, the keys or the file can't be used."
    })
final class SubjectCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }

  /** Whom it is about. */
  static final class About {
    @Option(
        names = "--case",
        required = true,
        paramLabel = "ID",
        description = "A case, with the person whom it protects.")
    private String file = "";

    @Option(
        names = "--order",
        required = true,
        paramLabel = "ID",
        description = "An order; its export is that of the respondent whom it names.")
    private String order = "";

    @Option(
        names = "--respondent",
        required = true,
        paramLabel = "ID",
        description = "A respondent, by the id that the casework uses.")
    private String respondent = "";

    Owner owner() {
      return SiteFiles.named(
          () -> {
            if (!file.isEmpty()) {
              return Owner.of(new CaseId(file));
            }
            return order.isEmpty()
                ? Owner.of(new RespondentId(respondent))
                : Owner.of(new OrderId(order));
          });
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes what somebody may read of what is kept about them into a new JSON file that only"
            + " this account can open, and says what was left out. Never replaces a file. Also"
            + " while haetae runs."
      })
  int export(
      @ArgGroup(multiplicity = "1") About about,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "FILE",
              description = "A file that isn't there yet.")
          Path to,
      @Option(
              names = "--by",
              required = true,
              paramLabel = "USER",
              converter = Users.class,
              description = "The supervisor who answers.")
          UserId by,
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    Owner owner = about.owner();
    Site site = SiteFiles.read(config);
    if (Files.exists(to)) {
      throw isThere(to);
    }
    return SiteFiles.withKeys(
        SiteFiles.begun(site, config),
        "haetae subject export",
        Optional.of(owner.subject()),
        opened -> {
          SubjectAnswer answer = Signed.orRefused(() -> answer(opened, owner, by));
          write(to, answer);
          tell(to, answer);
          return ExitCode.DONE.value();
        });
  }

  private static SubjectAnswer answer(SealedStore opened, Owner owner, UserId by) {
    Office office = new Office(new StoredLedger(opened.store()));
    RegisterDesk register =
        new RegisterDesk(
            opened.store(), new BlindIndex(opened.ring().blindIndex()), Normal.korea());
    SubjectAccess access = new SubjectAccess(office, opened.store(), register);
    Deed deed = Signed.by(office, by);
    return switch (owner.kind()) {
      case CASE -> access.of(new CaseId(owner.id()), deed);
      case ORDER -> access.of(new OrderId(owner.id()), deed);
      case RESPONDENT -> access.of(new RespondentId(owner.id()), deed);
      case HOUSE -> throw new IllegalStateException("no option names the house");
    };
  }

  private static void write(Path to, SubjectAnswer answer) {
    try {
      PrivateFiles.create(to, (answer.json() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw isThere(to);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "the answer can't be written to %s: look at the folder, its rights and the free space"
              .formatted(to),
          e);
    }
  }

  private static Problem isThere(Path to) {
    return new Problem(
        ExitCode.USAGE, "%s is there already: name a file that isn't there yet".formatted(to));
  }

  /** How much it is and what is missing; what it says stands in the file alone. */
  private static void tell(Path to, SubjectAnswer answer) {
    System.out.printf("What is kept about %s is in %s.%n", answer.about(), to);
    new TreeMap<>(answer.kept())
        .forEach((heading, what) -> System.out.printf("  %-12s %s%n", heading, amount(what)));
    System.out.println("Left out, which the file says as well:");
    answer.withheld().forEach(sentence -> System.out.println("  " + sentence));
    System.out.println("Hand it to nobody but the person, and destroy this file afterwards.");
  }

  private static String amount(Object what) {
    int size =
        switch (what) {
          case Map<?, ?> lines -> lines.size();
          case Collection<?> entries -> entries.size();
          default -> 1;
        };
    return size == 0 ? "nothing" : size + (size == 1 ? " entry" : " entries");
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "Says what would be erased; with --yes it is, for good: its keys are destroyed. Refuses"
            + " where a hold, a law or something open keeps it; the house's own time gives way."
      })
  int erase(
      @ArgGroup(multiplicity = "1") About about,
      @Option(
              names = "--by",
              required = true,
              paramLabel = "USER",
              converter = Users.class,
              description = "The supervisor who decides.")
          UserId by,
      @Option(names = "--yes", description = "Erase it, for good.") boolean sure,
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    Owner owner = about.owner();
    Site site = SiteFiles.read(config);
    Records records = SiteFiles.begun(site, config);
    return sure ? erase(records, owner, by) : plan(records, owner, by);
  }

  private static int plan(Records records, Owner owner, UserId by) {
    return SiteFiles.withStore(
        records,
        "haetae subject erase, to see what would go",
        Optional.of(owner.subject()),
        store -> {
          Office office = new Office(new StoredLedger(store));
          Deed deed = Signed.by(office, by);
          tell(
              "would go",
              Signed.orRefused(
                  () -> ErasurePlan.of(office, store, records.retention(), owner, deed)));
          throw new Problem(
              ExitCode.USAGE, "nothing was erased: end haetae and add --yes to erase it for good");
        });
  }

  private static int erase(Records kept, Owner owner, UserId by) {
    return SiteFiles.asAccount(
        () -> {
          try (CaseRecords records = CaseRecords.open(Optional.of(kept), InstantSource.system())) {
            SiteFiles.noted(records.store(), "haetae subject erase", Optional.of(owner.subject()));
            Deed deed = Signed.by(records.office(), by);
            tell("has gone", Signed.orRefused(() -> records.erasure().erase(owner, deed)));
            return ExitCode.DONE.value();
          } catch (VaultException e) {
            throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
          }
        });
  }

  private static void tell(String goes, ErasurePlan plan) {
    String name = plan.of().id();
    switch (plan.of().kind()) {
      case CASE -> {
        System.out.printf(
            "case %s %s, with its text, its person's name and %d photographs%n",
            name, goes, plan.photographs());
        plan.orders().stream()
            .sorted()
            .forEach(
                order ->
                    System.out.printf("order %s %s, with its incidents and alerts%n", order, goes));
      }
      case ORDER -> System.out.printf("order %s %s, with its incidents and alerts%n", name, goes);
      case RESPONDENT ->
          System.out.printf("respondent %s %s: name, address, numbers%n", name, goes);
      case HOUSE -> throw new IllegalStateException("no option names the house");
    }
    plan.keptUntil()
        .ifPresent(
            until ->
                System.out.printf(
                    "By the house's own rules it would have stayed until %s.%n", second(until)));
    System.out.println("The audit trail stays: it has ids, no names.");
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }
}
