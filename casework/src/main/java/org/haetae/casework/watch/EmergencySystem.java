package org.haetae.casework.watch;

import java.time.Instant;
import java.util.UUID;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/**
 * The emergency number's own system, which must know whose watch calls. Asking twice for the same
 * registration gives the same number. Safe for one thread.
 */
public interface EmergencySystem {

  /** Asks once. */
  Answer register(Registration registration) throws InterruptedException;

  /**
   * Whose watch it is.
   *
   * @param key the same however often it is asked
   */
  record Registration(
      UUID key, WatchSerial watch, ProtectedPersonId person, StationId station, Instant issued) {}

  /** What came of it. */
  sealed interface Answer {
    /**
     * It is known.
     *
     * @param number the system's own
     */
    record Confirmed(String number) implements Answer {}

    /** It wasn't reached, or refused; it is asked again. */
    record Failed(String why) implements Answer {}
  }
}
