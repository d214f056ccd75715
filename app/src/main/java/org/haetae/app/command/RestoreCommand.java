package org.haetae.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.backup.BackupKeys;
import org.haetae.casework.backup.Kept;
import org.haetae.casework.backup.Restore;
import org.haetae.casework.store.Owner;
import org.haetae.casework.vault.DestroyedKeys;
import org.haetae.domain.id.OrderId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings a backup back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Opens a backup, proves it whole, tries its database with this version, and only then puts it"
          + " where the site's file says. The site must not run. The site's master key must be in"
          + " its place.",
      "",
      "Keys that were destroyed since stay destroyed, as far as the list of them is known: the file"
          + " \"destroyed\" in the keys' folder, and copies of it that --destroyed names. Whatever"
          + " else happened after the backup is lost, so look through the orders afterwards.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haetae restore --config site.yaml --from monday.backup --key backup-keys/2026-W48.key",
      "  haetae restore --config site.yaml --undo data/haetae.db.before-20261127T020000Z",
      "Exit codes: 0 restored, 1 refused and nothing was changed, 2 usage or configuration."
    })
final class RestoreCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file, which says where to.")
  private Path config = Path.of("");

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** Forth or back. */
  private static final class What {
    @ArgGroup(exclusive = false)
    private @Nullable Forth forth;

    @Option(
        names = "--undo",
        required = true,
        paramLabel = "FILE",
        description = "Put the database back that an earlier restore put aside.")
    private @Nullable Path undo;
  }

  /** What to bring back. */
  private static final class Forth {
    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path from = Path.of("");

    @Option(
        names = "--key",
        required = true,
        paramLabel = "FILE",
        description = "The key of the backup's week.")
    private Path key = Path.of("");

    @Option(
        names = "--master-key",
        paramLabel = "FILE",
        description = "The master key of that time, where it was changed since.")
    private @Nullable Path masterKey;

    @Option(
        names = "--destroyed",
        paramLabel = "FILE",
        description = "A copy of the list of keys that were destroyed; may be given again.")
    private List<Path> destroyed = List.of();

    @Option(
        names = "--replace",
        description = "Put a database that is there aside, under another name.")
    private boolean replace;
  }

  @Override
  public Integer call() {
    Kept kept = KeptFiles.of(config);
    Restore restore = new Restore(kept, KeptFiles.bars());
    Instant now = Instant.now();
    Forth forth = what.forth;
    Path aside = what.undo;
    if (forth != null) {
      Restore.Done done = asAccount(() -> restore.from(wish(forth, kept), now));
      tell(done, kept);
    } else if (aside != null) {
      Optional<Path> put = asAccount(() -> restore.undo(aside, now));
      System.out.printf("%s is in its place again%n", kept.database());
      put.ifPresent(RestoreCommand::tellAside);
    }
    return ExitCode.DONE.value();
  }

  /** Its entry in the audit trail is by whoever typed the command. */
  private static <T> T asAccount(Supplier<T> work) {
    return SiteFiles.asAccount(() -> KeptFiles.orProblem(work));
  }

  private static Restore.Wish wish(Forth forth, Kept kept) {
    Path then = Optional.ofNullable(forth.masterKey).orElse(kept.masterKey());
    return new Restore.Wish(
        forth.from, BackupKeys.read(forth.key), then, listed(forth.destroyed), forth.replace);
  }

  private static Set<String> listed(List<Path> lists) {
    Set<String> names = new HashSet<>();
    for (Path list : lists) {
      try {
        Set<String> read = DestroyedKeys.read(list);
        if (read.isEmpty()) {
          throw new Problem(
              ExitCode.USAGE, "%s names no destroyed key: is the path right?".formatted(list));
        }
        names.addAll(read);
      } catch (IOException e) {
        throw new Problem(ExitCode.USAGE, "%s can't be read".formatted(list), e);
      }
    }
    return names;
  }

  private static void tell(Restore.Done done, Kept kept) {
    System.out.printf(
        "%s is as it was at %s: %,d rows, all counted and whole%n",
        kept.database(),
        done.made(),
        done.facts().rows().values().stream().mapToLong(Long::longValue).sum());
    System.out.printf(
        "the audit trail goes on from entry %d and says so; %s%n",
        done.trail().number(),
        done.known() > done.trail().number()
            ? "what stood in entries up to %d is lost to it".formatted(done.known())
            : "no checkpoint here knows of a later one");
    done.trail().faults().forEach(fault -> System.out.printf("but of the trail: %s%n", fault));
    System.out.println("nobody is signed in; tokens and links are void: make new ones");
    done.aside().ifPresent(RestoreCommand::tellAside);
    for (Owner owner : done.erased()) {
      System.out.printf(
          "%s %s was erased after that and stays so: the next start ends it%n",
          owner.kind().name().toLowerCase(Locale.ROOT), owner.id());
    }
    for (OrderId order : done.forgotten()) {
      System.out.printf(
          "the faces of %s were destroyed after that and stay so: write down again what ended it%n",
          order);
    }
  }

  private static void tellAside(Path aside) {
    System.out.printf(
        "the one that was there is %s: delete it when nobody needs it any more%n", aside);
  }
}
