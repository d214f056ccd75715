package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.Scope;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.office.Files;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.training.Staff;
import org.haetae.console.Endpoint;
import org.haetae.domain.id.UserId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets people who work here set up an account, and machines come in. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Makes links by which people who work here set up password and phone, and tokens for"
          + " machines. Who works here, and as what, comes by \"haetae import ... staff FILE\".",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  haetae users invite officer-lim --config site.yaml    a link, good once, for two days",
      "  haetae users token custody-office --scope CUSTODY --config site.yaml",
      "  haetae users list --config site.yaml",
      "A link or a token is shown once and kept nowhere. Whoever has it comes in: hand it over in"
          + " person.",
      "Exit codes: 0 done, 2 nobody of that name works here, 3 the database can't be read."
    })
final class UsersCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }

  @Command(
      name = "invite",
      mixinStandardHelpOptions = true,
      description = "Prints a link by which a user sets password and phone, also anew.")
  int invite(
      @Parameters(paramLabel = "USER", converter = Users.class) UserId user,
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return with(
        config,
        "haetae users invite",
        (site, store) -> {
          Role _ = role(store, user);
          Instant now = Instant.now();
          String link = AccountDesk.invite(store, user, SessionRule.standard(), now).secret();
          Endpoint console = site.listen().console();
          System.out.printf("%swelcome/%s%n", console.address(console.port()), link);
        });
  }

  @Command(
      name = "token",
      mixinStandardHelpOptions = true,
      description = "Prints a token by which a machine uses the API in a user's name.")
  int token(
      @Parameters(paramLabel = "USER", converter = Users.class) UserId user,
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
      @Option(
              names = "--for",
              paramLabel = "DURATION",
              converter = Durations.class,
              description = "How long it is good for, such as 2160h. Default: a quarter of a year.")
          Optional<Duration> valid,
      @Option(
              names = "--scope",
              required = true,
              split = ",",
              paramLabel = "SCOPE",
              description = "What it is good for: ${COMPLETION-CANDIDATES}. More than once.")
          Set<Scope> scopes,
      @Option(
              names = "--label",
              defaultValue = "",
              paramLabel = "TEXT",
              description = "What the machine is called, so that it can be told from others.")
          String label) {
    return with(
        config,
        "haetae users token",
        (_, store) ->
            System.out.println(
                AccountDesk.machine(
                        store,
                        user,
                        Optional.of(role(store, user)),
                        scopes,
                        label,
                        valid.orElse(Duration.ofDays(90)),
                        Instant.now())
                    .secret()));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Who works here, in which role, and who has an account.")
  int list(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return with(
        config,
        "haetae users list",
        (_, store) -> {
          List<UserId> accounts = store.read(in -> in.accounts().users());
          for (Staff one : new Office(new StoredLedger(store)).look(UsersCommand::working)) {
            System.out.printf(
                "%-24s %-12s %s%n",
                one.id(),
                one.role().map(role -> role.name().toLowerCase(Locale.ROOT)).orElse(""),
                accounts.contains(one.id()) ? "account" : "no account");
          }
        });
  }

  @FunctionalInterface
  private interface Work {
    void on(Site site, Store store);
  }

  private static int with(Path config, String command, Work work) {
    Site site = SiteFiles.read(config);
    return SiteFiles.withStore(
        SiteFiles.records(site, config),
        command,
        store -> {
          work.on(site, store);
          return ExitCode.DONE.value();
        });
  }

  private static List<Staff> working(Files files) {
    return files.staff().stream().filter(one -> one.role().isPresent()).toList();
  }

  private static Role role(Store store, UserId user) {
    return WorksHere.as(user, new Office(new StoredLedger(store)));
  }
}
