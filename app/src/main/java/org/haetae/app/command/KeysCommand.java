package org.haetae.app.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.KeyStatus;
import org.haetae.casework.vault.Rotation;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.VaultException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The keys of what a site keeps about people. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks after the keys by which faces, photographs and text about people are sealed: one"
          + " master key, which wraps one key for each case and each order.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  haetae keys status --config site.yaml    how many keys there are, and what is unfinished",
      "  haetae keys rotate --config site.yaml    another master key; end haetae first",
      "  haetae keys seal --config site.yaml      after a backup from before text was sealed",
      "Keep a copy of the new master key, and destroy all copies of the old one. Exit codes: 0"
          + " done, 2 the site's file has problems, 3 the keys or the database can't be used."
    })
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "How many keys there are; also while haetae runs.")
  int status(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return with(
        config,
        records -> {
          KeyStatus status = KeyStatus.of(places(records));
          return """
          templates    %d keys
          photographs  %d keys
          users        %d keys
          text         %d keys, %d destroyed for good
          text is %s
          master key: %s\
          """
              .formatted(
                  status.templates(),
                  status.photographs(),
                  status.users(),
                  status.columns(),
                  status.erased(),
                  status.sealed() ? "sealed" : "not all sealed: the next start does it",
                  status.rotating()
                      ? "its change was interrupted: end it with haetae keys rotate"
                      : "whole");
        });
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description =
          "Makes another master key and destroys the old one, or ends what was"
              + " interrupted. What was sealed is not touched.")
  int rotate(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return with(
        config,
        records ->
            "%d keys are wrapped by another master key: keep a copy of %s, destroy all old copies"
                .formatted(new Rotation(places(records)).rotate(), records.masterKey()));
  }

  @Command(
      name = "seal",
      mixinStandardHelpOptions = true,
      description = "Seals text that lies plain in the database, such as that of an old backup.")
  int seal(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    return with(
        config,
        records -> {
          Database database = new Database.Sqlite(records.database());
          SealedStore.sealing(database, places(records), InstantSource.system()).close();
          return "all text about people is sealed";
        });
  }

  private static int with(Path config, Function<Records, String> work) {
    Site site = SiteFiles.read(config);
    try {
      System.out.println(work.apply(SiteFiles.records(site, config)));
      return ExitCode.DONE.value();
    } catch (StoreException | VaultException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static KeyPlaces places(Records records) {
    return new KeyPlaces(records.keys(), records.masterKey());
  }
}
