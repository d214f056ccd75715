package org.haetae.benchmarks.robustness;

import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.evaluation.Sample;
import org.haetae.benchmarks.robustness.corruption.Bitmap;

/**
 * A labelled photograph in which a face was found.
 *
 * @param person its place in the list of people, from 0 on
 */
record Photograph(int person, Sample sample, Bitmap picture, PhotoResult.Accepted read) {

  /** Whether the two show one person and are not the same photograph. */
  boolean isAnotherOfTheSame(Photograph other) {
    return person == other.person && !sample.file().equals(other.sample.file());
  }
}
