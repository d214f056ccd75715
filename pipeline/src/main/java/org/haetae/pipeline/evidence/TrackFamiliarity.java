package org.haetae.pipeline.evidence;

import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Gallery;

/**
 * Whether a track shows one of a place's residents. A resident is known by the same test as a
 * respondent; a stranger by several telling looks that make no resident likelier than chance. A
 * profile or a far face tells neither. Once said it stays said, so that one passage is one notice.
 * One thread at a time.
 */
public final class TrackFamiliarity {
  /** As many looks as it takes a resident of middling looks to become likely. */
  static final int TELLING_LOOKS = 5;

  /** From here on the embedder is as good as it gets (ADR 0005), in pixels. */
  private static final float TELLING_HEIGHT = 48;

  private static final float TELLING_POSE = 0.75f;

  private final TrackEvidence evidence;
  private int telling;
  private Verdict verdict = Verdict.UNDECIDED;

  /** What is known of a track. */
  public enum Verdict {
    UNDECIDED,
    FAMILIAR,
    UNFAMILIAR
  }

  public TrackFamiliarity(EvidencePolicy policy) {
    this.evidence = new TrackEvidence(policy);
  }

  /**
   * Takes in a look, to be compared with {@code residents}; without any, everybody is a stranger.
   */
  public Verdict add(Look look, Gallery residents) {
    if (verdict != Verdict.UNDECIDED) {
      return verdict;
    }
    if (evidence.add(look, residents).isPresent()) {
      verdict = Verdict.FAMILIAR;
    } else if (isTelling(look) && ++telling >= TELLING_LOOKS && !evidence.promising()) {
      verdict = Verdict.UNFAMILIAR;
    }
    return verdict;
  }

  private static boolean isTelling(Look look) {
    return look.face().box().height() >= TELLING_HEIGHT && look.quality().pose() >= TELLING_POSE;
  }

  /** Whether a look at a face of that height may decide what is still undecided. */
  public boolean wantsALook(float height) {
    return verdict == Verdict.UNDECIDED && height >= TELLING_HEIGHT;
  }

  public Verdict verdict() {
    return verdict;
  }
}
