package org.haetae.casework.watchlist;

import org.haetae.casework.vault.FaceSet;

/** What became of a respondent's photographs. */
public sealed interface Enrolment {

  /** They can be looked for. */
  record Faces(FaceSet faces) implements Enrolment {}

  /**
   * They can't.
   *
   * @param why a sentence that names nobody
   */
  record Nothing(String why) implements Enrolment {}
}
