package org.haetae.casework.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.store.AuditTable;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.SqliteFacts;
import org.haetae.casework.store.SqliteFile;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.KeyRing;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.OrderId;

/** What a database of another time has to learn before it takes its place. */
record Arrival(KeyPlaces places, Instant now) {

  /**
   * What was news to it.
   *
   * @param forgotten orders whose faces were destroyed meanwhile
   * @param erased cases, orders and respondents whose keys were
   */
  record News(Set<OrderId> forgotten, Set<Owner> erased) {}

  /**
   * Opens it as a site would, with this version's tables, and writes down what happened: first of
   * all that it came back; that nobody is signed in any more; and whose keys are gone, so that the
   * next start ends those erasures.
   *
   * @param facts what it holds
   * @param gone names of keys that are destroyed
   * @param note what is written down, given the number of the trail's last entry
   */
  News tell(Path database, SqliteFacts facts, Set<String> gone, LongFunction<AuditNote> note) {
    News news;
    try (SealedStore sealed = open(database, facts)) {
      Store store = sealed.store();
      store.run(
          in -> {
            in.audit().note(note.apply(in.audit().head().map(AuditTable.Head::number).orElse(0L)));
            int ended = in.accounts().endEverything();
            in.audit()
                .note(
                    AuditNote.of(
                        AuditAct.SESSION_END,
                        AuditSubject.part("restore"),
                        "all sessions, tokens and links: %d".formatted(ended)));
          });
      Set<OrderId> forgotten = new TreeSet<>();
      for (String key : gone) {
        forgotten.addAll(store.read(in -> in.templates().orders(key)));
      }
      news = new News(forgotten, erased(store, sealed.ring()));
    }
    SqliteFile.settle(database);
    return news;
  }

  /** One from before all text was sealed has it sealed now: it proved whence it came. */
  private SealedStore open(Path database, SqliteFacts facts) {
    Database.Sqlite sqlite = new Database.Sqlite(database);
    InstantSource clock = InstantSource.fixed(now);
    return facts.allSealed()
        ? SealedStore.open(sqlite, places, clock)
        : SealedStore.sealing(sqlite, places, clock);
  }

  private Set<Owner> erased(Store store, KeyRing ring) {
    List<Owner> others = store.read(in -> in.erasures().others());
    Set<Owner> erased = new HashSet<>(others.stream().filter(ring::erased).toList());
    store.run(in -> erased.forEach(owner -> ask(in, owner)));
    return erased;
  }

  private void ask(Transaction in, Owner owner) {
    in.erasures().ask(owner, Actor.CLOCK.user(), now);
    switch (owner.kind()) {
      // Nobody can read until when the order allows them.
      case ORDER -> {
        int _ = in.templates().delete(new OrderId(owner.id()));
      }
      case CASE, RESPONDENT, HOUSE -> {}
    }
  }
}
