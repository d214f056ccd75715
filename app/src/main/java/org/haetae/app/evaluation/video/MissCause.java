package org.haetae.app.evaluation.video;

/** The stage of the pipeline at which a person who is looked for was lost. */
public enum MissCause {
  /** The face was high enough or never facing by the truth, and the detector never found it. */
  NOT_DETECTED("not detected", "no face of theirs was found in any frame"),

  /**
   * Too few of the found faces were high enough for the looks that a decision rests on, or none was
   * found and none that faced the camera was so by the truth.
   */
  TOO_SMALL("too small", "too seldom as high as a look needs"),

  /** High enough, but too few looks were taken or worth more than the least weight. */
  QUALITY("quality", "high enough, but too turned, blurred, dark or burnt out for enough looks"),

  /** Enough good looks, but their mean never reached the threshold. */
  SCORE("score", "looked at often enough, but the mean cosine stayed below the threshold"),

  /** The mean was enough, but never the sum beside it, or the track was somebody else's already. */
  EVIDENCE("evidence", "like enough, but the sum of the looks was never enough with it");

  private final String word;
  private final String meaning;

  MissCause(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** For tables. */
  public String word() {
    return word;
  }

  /** Half a sentence. */
  public String meaning() {
    return meaning;
  }
}
