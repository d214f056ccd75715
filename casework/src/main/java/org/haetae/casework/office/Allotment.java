package org.haetae.casework.office;

import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.RequestFact.Promised;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.WatchFact.Reserved;
import org.haetae.domain.id.WatchSerial;

/**
 * Promises free watches to who waits, in the order of the list. Belongs into every change by which
 * a watch may become free, whoever makes it, so that none lies in stock while somebody waits for
 * one.
 *
 * @param reach metres
 */
record Allotment(double reach) {
  void run(Change change, Deed deed) {
    Deed own = new Deed(Actor.CLOCK, deed.at());
    for (Waiting next : change.files().waiting()) {
      change.files().stock().offers(next.station(), reach).stream()
          .findFirst()
          .ifPresent(offer -> promise(change, next.request(), offer.watch(), own));
    }
  }

  static void promise(Change change, RequestKey key, WatchSerial serial, Deed deed) {
    change.add(serial, new Reserved(deed.at(), deed.by(), key));
    change.add(key.file(), new Promised(deed.at(), deed.by(), key.number(), serial));
  }
}
