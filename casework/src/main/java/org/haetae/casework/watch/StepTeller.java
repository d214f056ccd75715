package org.haetae.casework.watch;

import java.util.UUID;
import org.haetae.casework.contact.Contact;
import org.haetae.domain.id.ProtectedPersonId;

/** Tells whoever asked for a watch how it stands. Safe for one thread. */
public interface StepTeller {

  /** Tries once; a failure is an answer. */
  Answer tell(Step step) throws InterruptedException;

  /**
   * What is told.
   *
   * @param key the same at each attempt, so that nobody is told twice
   * @param contact by which the person is reached, one that the respondent can't see
   */
  record Step(UUID key, ProtectedPersonId person, Contact contact, RequestStep what) {}

  /** How it ended. */
  sealed interface Answer {

    /**
     * The person was told.
     *
     * @param receipt that shows it
     */
    record Told(String receipt) implements Answer {}

    /**
     * Not, or nobody can show it.
     *
     * @param why in words; holds no address
     */
    record Failed(String why) implements Answer {}
  }
}
