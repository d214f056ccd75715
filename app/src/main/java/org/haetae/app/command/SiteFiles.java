package org.haetae.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.app.config.SiteWatchlist;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.enrolment.SiteEnroller;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.audit.Acting;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.SealedStore;
import org.haetae.casework.vault.VaultException;
import org.haetae.casework.watchlist.Enroller;

/** What the commands that run a site do first. */
final class SiteFiles {
  private SiteFiles() {}

  /**
   * @throws Problem with every mistake when there is any
   */
  static Site read(Path file) {
    return switch (SiteReader.read(file, InstantSource.system())) {
      case SiteReader.Outcome.Good good -> good.site();
      case SiteReader.Outcome.Bad bad -> {
        StringBuilder all = new StringBuilder();
        bad.problems().forEach(p -> all.append("\n  ").append(p));
        throw new Problem(
            ExitCode.USAGE,
            "%s has %d problem%s:%s"
                .formatted(
                    file, bad.problems().size(), bad.problems().size() == 1 ? "" : "s", all));
      }
    };
  }

  /** Says what the law leaves open about the site's orders. */
  static void tellDoubts(Site site) {
    site.doubts().forEach(doubt -> System.err.printf("haetae: to look up: %s%n", doubt));
  }

  static Eyes eyes(Site site) {
    return new Eyes(Home.weights(), site.engines());
  }

  /** Enrols from the folders that the site's file names. */
  static Enroller enroller(Site site, Eyes eyes) {
    return SiteEnroller.of(site, eyes, SiteFiles::tell);
  }

  /** Says which photograph can't be used, and why. */
  static void tell(PhotoResult.Refused refused) {
    System.err.printf("haetae: left out %s: it %s%n", refused.file(), refused.reason());
  }

  static SiteWatchlist enrol(Site site, Eyes eyes) {
    try (PhotoReader reader = new PhotoReader(eyes)) {
      SiteWatchlist watchlist = SiteWatchlist.enrol(site, reader);
      watchlist.refused().forEach(SiteFiles::tell);
      return watchlist;
    }
  }

  /** The database of a site that keeps one, and its keys. */
  static Records records(Site site, Path config) {
    return site.casework()
        .records()
        .orElseThrow(
            () ->
                new Problem(
                    ExitCode.USAGE,
                    config
                        + " keeps no database, so there is nothing to read or to write: name one"
                        + " under \"casework: database:\""));
  }

  /**
   * As {@link #records}, for what has nothing to tell of a database that isn't there.
   *
   * @throws Problem where the site has not begun to keep anything
   */
  static Records begun(Site site, Path config) {
    Records records = records(site, config);
    if (!Files.exists(records.database())) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "there is no database %s yet: it is made by the first \"run\" or \"import\""
              .formatted(records.database()));
    }
    return records;
  }

  /**
   * Whoever the options name.
   *
   * @throws Problem where an id has forbidden signs
   */
  static Owner named(Supplier<Owner> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Has {@code work} done in the name of the machine's account that typed the command. */
  static <T> T asAccount(Supplier<T> work) {
    return Acting.as(AuditActor.account(System.getProperty("user.name", "unknown")), work::get);
  }

  /**
   * Works on the database of a site, made if it is absent, and closes it. That it was done, and by
   * which account of this machine, is in the audit trail before {@code work} begins.
   *
   * @param command what was typed, without what may name a person
   * @param about whom it is about
   */
  static <T> T withStore(
      Records records, String command, Optional<AuditSubject> about, Function<Store, T> work) {
    return withKeys(records, command, about, opened -> work.apply(opened.store()));
  }

  /** As above, for what needs more than the text that the database holds. */
  static <T> T withKeys(
      Records records,
      String command,
      Optional<AuditSubject> about,
      Function<SealedStore, T> work) {
    return asAccount(
        () ->
            opened(
                records,
                opened -> {
                  noted(opened.store(), command, about);
                  return work.apply(opened);
                }));
  }

  /** Writes down that a command was typed. */
  static void noted(Store store, String command, Optional<AuditSubject> about) {
    AuditSubject subject = about.orElseGet(() -> AuditSubject.part(command));
    store.run(in -> in.audit().note(AuditNote.of(AuditAct.COMMAND, subject, command)));
  }

  static <T> T withStore(Records records, String command, Function<Store, T> work) {
    return withStore(records, command, Optional.empty(), work);
  }

  private static <T> T opened(Records records, Function<SealedStore, T> work) {
    try (SealedStore sealed =
        SealedStore.open(
            new Database.Sqlite(records.database()),
            new KeyPlaces(records.keys(), records.masterKey()),
            InstantSource.system())) {
      return work.apply(sealed);
    } catch (StoreException | VaultException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * For what shows nobody's data and must work where the trail itself is damaged. Without the keys:
   * the trail isn't sealed.
   */
  static <T> T unaudited(Path database, Function<Store, T> work) {
    try (Store store = Store.open(new Database.Sqlite(database))) {
      return work.apply(store);
    } catch (StoreException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }
}
