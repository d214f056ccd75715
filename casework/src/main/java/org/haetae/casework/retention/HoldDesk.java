package org.haetae.casework.retention;

import java.util.List;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;

/** Places holds and lifts them; a supervisor's to do. Safe for many threads. */
public final class HoldDesk {
  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 1000;

  private final Office office;
  private final Store store;

  public HoldDesk(Office office, Store store) {
    this.office = office;
    this.store = store;
  }

  /**
   * Keeps a case or an order, and all that belongs to it, until it is lifted.
   *
   * @throws HoldRefusal where there is none, it is held or being erased already, the reason says
   *     nothing, or somebody else than a supervisor asks
   */
  public void place(Owner on, String reason, Deed deed) {
    requireSupervisor(deed);
    String said = reason.strip();
    if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
      throw new HoldRefusal(
          "say why it must be kept, in %d to %d characters"
              .formatted(SHORTEST_REASON, LONGEST_REASON));
    }
    requireThere(on);
    store.run(in -> place(in, on, said, deed));
  }

  private static void place(Transaction in, Owner on, String reason, Deed deed) {
    if (in.erasures().find(on).isPresent()) {
      throw new HoldRefusal("%s is being erased already: it is too late".formatted(on.id()));
    }
    if (in.holds().held().contains(on)) {
      throw new HoldRefusal("%s is held already".formatted(on.id()));
    }
    in.holds().place(on, reason, deed.by(), deed.at());
  }

  /**
   * Ends a hold; what is due by then goes with the next round.
   *
   * @throws HoldRefusal where there is none, or somebody else than a supervisor asks
   */
  public void lift(Owner on, Deed deed) {
    requireSupervisor(deed);
    if (!store.<Boolean>write(in -> in.holds().lift(on, deed.by(), deed.at()))) {
      throw new HoldRefusal("%s is not held".formatted(on.id()));
    }
  }

  /** All holds, lifted ones too, the newest first. */
  public List<LegalHold> all() {
    return store.read(in -> in.holds().all());
  }

  private static void requireSupervisor(Deed deed) {
    if (!deed.actor().supervises()) {
      throw new HoldRefusal("only a supervisor decides what is held");
    }
  }

  private void requireThere(Owner on) {
    boolean there =
        switch (on.kind()) {
          case CASE -> office.look(files -> files.find(new CaseId(on.id())).isPresent());
          case ORDER -> store.read(in -> in.orders().find(new OrderId(on.id())).isPresent());
          case RESPONDENT, HOUSE -> throw new HoldRefusal("a hold is placed on a case or an order");
        };
    if (!there) {
      throw new HoldRefusal("there is no case or order %s".formatted(on.id()));
    }
  }
}
