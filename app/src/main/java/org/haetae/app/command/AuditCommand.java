package org.haetae.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.haetae.app.audit.ExportReader;
import org.haetae.app.audit.ExportWriter;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditFilter;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.audit.Finding;
import org.haetae.casework.audit.SigningKey;
import org.haetae.casework.audit.VerifyingKey;
import org.haetae.casework.checkpoint.CheckpointDesk;
import org.haetae.casework.checkpoint.CheckpointException;
import org.haetae.casework.checkpoint.CheckpointFile;
import org.haetae.casework.checkpoint.TrailCheck;
import org.haetae.casework.vault.AuditKeyFile;
import org.haetae.casework.vault.VaultException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks the audit trail, signs how far it has come, and writes it out. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Who saw, changed or was refused what stands in a trail that nobody can change unseen: each"
          + " entry's hash covers the entry before it, and signed checkpoints outside the database"
          + " say how far it had come.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  haetae audit verify --config site.yaml",
      "  haetae audit verify --config site.yaml --checkpoints /mnt/elsewhere/copy",
      "  haetae audit export --config site.yaml --about case-12 --to case-12.jsonl",
      "  haetae audit verify --export case-12.jsonl --public-key trail.pem",
      "  haetae audit checkpoint --config site.yaml      sign now, and print line and public key",
      "Keep copies of the checkpoints and the public key where nobody who runs this machine can"
          + " change them: against somebody who holds database, checkpoints and key there is no"
          + " other proof.",
      "Exit codes: 0 the trail is whole, or it was done; 1 it was tampered with; 2 the file or the"
          + " options have problems; 3 database, key or file can't be read."
    })
final class AuditCommand implements Runnable {
  private static final int MOST_TOLD = 50;
  private static final int LONGEST = 200;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Follows the trail from its first entry and holds it against the checkpoints. Says of each"
            + " changed, missing or replaced entry, and of a cut end, where it is."
      })
  int verify(
      @Option(names = "--config", paramLabel = "FILE", description = "The site's YAML file.")
          Optional<Path> config,
      @Option(
              names = "--checkpoints",
              paramLabel = "FILE",
              description = "A copy of the checkpoints that was kept elsewhere.")
          Optional<Path> checkpoints,
      @Option(
              names = "--public-key",
              paramLabel = "FILE",
              description = "The trail's key as it was handed over; otherwise the site's own.")
          Optional<Path> publicKey,
      @Option(
              names = "--export",
              paramLabel = "FILE",
              description = "Check an export instead of a database.")
          Optional<Path> export) {
    if (config.isPresent() == export.isPresent()) {
      throw new ParameterException(spec.commandLine(), "give either --config or --export");
    }
    Optional<VerifyingKey> given = publicKey.map(AuditCommand::key);
    if (export.isPresent()) {
      return tell(ExportReader.read(export.get(), given));
    }
    Records records = records(config.orElseThrow());
    VerifyingKey key = given.orElseGet(() -> own(records));
    checkpoints.ifPresent(AuditCommand::requireThere);
    List<String> lines = lines(checkpoints.orElse(records.checkpoints()));
    TrailCheck check =
        SiteFiles.unaudited(records.database(), store -> TrailCheck.of(store, lines, key));
    return tell(check.findings(), check.entries(), check.checkpoints(), check.restored());
  }

  private static int tell(ExportReader read) {
    if (read.ownKey()) {
      System.out.println(
          "The export's own word was taken for whose key signed it: --public-key FILE holds it"
              + " against the one that you were given.");
    }
    return tell(read.findings(), read.entries(), read.checkpoints(), read.restored());
  }

  private static int tell(
      List<Finding> findings, long entries, int checkpoints, List<String> restored) {
    restored.forEach(sentence -> System.out.println(sentence + "."));
    findings.stream()
        .limit(MOST_TOLD)
        .map(Finding::sentence)
        .forEach(sentence -> System.out.println(sentence + "."));
    if (findings.size() > MOST_TOLD) {
      System.out.printf("… and %d more.%n", findings.size() - MOST_TOLD);
    }
    System.out.printf(
        "%d entries, %d checkpoints: %s%n",
        entries,
        checkpoints,
        findings.isEmpty() ? "the trail is whole" : "the trail was tampered with");
    if (checkpoints == 0) {
      System.out.println(
          "Without checkpoints a trail that was written anew or cut short can look whole.");
    }
    return findings.isEmpty() ? ExitCode.DONE.value() : ExitCode.FAILURE_FOUND.value();
  }

  @Command(
      name = "checkpoint",
      mixinStandardHelpOptions = true,
      description = {
        "Signs how far the trail has come, now, and prints the line and the public key. A running"
            + " site does so every five minutes and when it ends."
      })
  int checkpoint(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
    Records records = records(config);
    SigningKey key = signingKey(records);
    CheckpointFile file = new CheckpointFile(records.checkpoints());
    SiteFiles.withStore(
        records,
        "haetae audit checkpoint",
        store -> taken(new CheckpointDesk(store, key, file, InstantSource.system())));
    System.out.print(key.verifying().pem());
    return ExitCode.DONE.value();
  }

  private static boolean taken(CheckpointDesk desk) {
    try {
      desk.take().ifPresent(signed -> System.out.println(signed.line()));
      return true;
    } catch (CheckpointException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes the trail as JSON Lines, for a court or whoever else must check it without this"
            + " machine. Entries that aren't asked for are there as bare hashes, so that the chain"
            + " can be followed and nothing of them be read. That it was done is in the trail."
      })
  int export(
      @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "FILE",
              description = "A file that isn't there yet.")
          Path to,
      @Option(
              names = "--about",
              paramLabel = "ID",
              description = "Only what is about this case, order, incident, user or watch.")
          Optional<String> about,
      @Option(names = "--by", paramLabel = "USER", description = "Only what this user did.")
          Optional<String> by,
      @Option(names = "--from", paramLabel = "TIME", converter = Moments.class)
          Optional<Instant> from,
      @Option(names = "--until", paramLabel = "TIME", converter = Moments.class)
          Optional<Instant> until) {
    Records records = records(config);
    VerifyingKey key = signingKey(records).verifying();
    about
        .filter(id -> id.length() > LONGEST)
        .ifPresent(
            id -> {
              throw new ParameterException(spec.commandLine(), "no id is as long as --about");
            });
    AuditFilter filter = new AuditFilter(by, about, from, until);
    return SiteFiles.withStore(
        records,
        "haetae audit export",
        store -> {
          store.run(in -> in.audit().note(note(about)));
          List<String> lines = lines(records.checkpoints());
          try (PrintStream out =
              new PrintStream(
                  Files.newOutputStream(to, StandardOpenOption.CREATE_NEW),
                  false,
                  StandardCharsets.UTF_8)) {
            long wanted = ExportWriter.write(out, store, filter, lines, key);
            if (out.checkError()) {
              throw new IOException("it isn't whole");
            }
            System.out.printf("%d entries are in %s.%n", wanted, to);
          } catch (IOException e) {
            throw new Problem(
                ExitCode.UNAVAILABLE,
                "the export can't be written to %s: is there such a file already, or no room?"
                    .formatted(to),
                e);
          }
          return ExitCode.DONE.value();
        });
  }

  private static AuditNote note(Optional<String> about) {
    return AuditNote.of(
        AuditAct.EXPORT,
        about
            .map(id -> new AuditSubject(AuditSubject.Kind.LIST, "audit"))
            .orElseGet(() -> AuditSubject.part("audit")),
        about.orElse("all of it"));
  }

  private static Records records(Path config) {
    return SiteFiles.begun(SiteFiles.read(config), config);
  }

  /** Never made here: a new key would call every checkpoint forged. */
  private static VerifyingKey own(Records records) {
    requireThere(records.auditKey());
    return signingKey(records).verifying();
  }

  private static void requireThere(Path file) {
    if (!Files.exists(file)) {
      throw new Problem(ExitCode.UNAVAILABLE, "there is no %s".formatted(file));
    }
  }

  private static SigningKey signingKey(Records records) {
    try {
      return AuditKeyFile.open(records.auditKey());
    } catch (VaultException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return new CheckpointFile(file).lines();
    } catch (CheckpointException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static VerifyingKey key(Path file) {
    try {
      return VerifyingKey.parsed(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException | GeneralSecurityException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE, "%s holds no public key of an audit trail".formatted(file), e);
    }
  }
}
