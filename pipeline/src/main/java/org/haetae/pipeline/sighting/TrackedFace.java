package org.haetae.pipeline.sighting;

import java.util.Optional;
import java.util.function.Supplier;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.face.EmbeddingMean;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.evidence.ScoreModel;
import org.haetae.pipeline.evidence.TrackEvidence;
import org.haetae.pipeline.evidence.TrackFamiliarity;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.track.Track;
import org.jspecify.annotations.Nullable;

/** A track with what its looks have told: evidence, mean embedding, pictures, sighting. */
final class TrackedFace {
  /** Below this log-likelihood ratio a good look shows another person than the track's. */
  private static final double ANOTHER_PERSON = -3;

  /**
   * Above this ratio a new track goes on where a lost one ended. Far: faces of strangers that are
   * small and dark resemble each other, and two people must never share their evidence.
   */
  private static final double SAME_PERSON = 10;

  private static final float LEAST_WEIGHT = 0.05f;
  private static final int LOOKS_TO_KNOW = 3;
  private static final float TELLING_HEIGHT = 40;

  /** What the detector took for a face once or twice may be a leaf. */
  private static final int HITS_OF_A_FACE = 3;

  private static final float TELLING_POSE = 0.75f;

  private final TrackEvidence evidence;
  private final TrackFamiliarity familiarity;
  private Track track;
  private final EmbeddingMean mean = new EmbeddingMean();
  private float largestBefore;
  private int hitsBefore;
  private final LookStrip strip = new LookStrip();
  private float bestQuality;
  private @Nullable FaceCrop bestCrop;
  private @Nullable Sighting sighting;

  TrackedFace(Track track, EvidencePolicy policy) {
    this.track = track;
    this.evidence = new TrackEvidence(policy);
    this.familiarity = new TrackFamiliarity(policy);
  }

  /** Whether a telling look at this track's face shows somebody else. */
  boolean isAnother(Look look) {
    return isTelling(look)
        && evidence.looks() >= LOOKS_TO_KNOW
        && likelihoodRatio(look) < ANOTHER_PERSON;
  }

  /** Whether a look at a new track shows this track's person. */
  boolean isSame(Look look) {
    return isTelling(look)
        && evidence.largest() >= TELLING_HEIGHT
        && evidence.looks() >= LOOKS_TO_KNOW
        && likelihoodRatio(look) > SAME_PERSON;
  }

  private static boolean isTelling(Look look) {
    return look.face().box().height() >= TELLING_HEIGHT && look.quality().pose() >= TELLING_POSE;
  }

  private double likelihoodRatio(Look look) {
    float cosine = mean.mean().cosine(look.embedding());
    double height = look.face().box().height();
    return ScoreModel.genuine(height).logDensity(cosine) - ScoreModel.impostor().logDensity(cosine);
  }

  void remember(Look look) {
    // A profile may have a quality of 0, and a sum of nothing has no direction.
    mean.add(look.embedding(), Math.max(LEAST_WEIGHT, look.quality().unified()));
  }

  /**
   * Keeps the picture of the newest look where somebody on the watchlist is likelier than not, and
   * it is the best so far, decides, or is far enough from the others. Those there were go where
   * nobody is likely any more.
   *
   * @param crop makes the picture, which takes a while; asked only for what is kept
   */
  void picture(Look look, boolean decides, Supplier<FaceCrop> crop) {
    if (sighting != null) {
      return;
    }
    if (!evidence.promising()) {
      forgetPictures();
      return;
    }
    boolean best = isBest(look);
    boolean apart = decides || strip.wants(look.seconds());
    if (best || apart) {
      FaceCrop made = crop.get();
      if (best) {
        bestCrop = made;
      }
      if (apart) {
        strip.add(look, made);
      }
    }
  }

  /** Whether this look is better than the best so far; it then becomes the best. */
  private boolean isBest(Look look) {
    float quality = look.quality().unified() * (float) Math.sqrt(look.face().box().height());
    if (quality <= bestQuality) {
      return false;
    }
    bestQuality = quality;
    return true;
  }

  Optional<FaceCrop> best() {
    return Optional.ofNullable(bestCrop);
  }

  /** Some of the looks since somebody was likely. */
  LookStrip strip() {
    return strip;
  }

  private void forgetPictures() {
    strip.clear();
    bestCrop = null;
    bestQuality = 0;
  }

  /** Its pictures are the sighting's from now on. */
  void sighted(Sighting found) {
    sighting = found;
    forgetPictures();
  }

  Optional<Sighting> sighting() {
    return Optional.ofNullable(sighting);
  }

  /** Goes on as another track of the same person. */
  void continueAs(Track fresh) {
    largestBefore = largest();
    hitsBefore += track.hits();
    track = fresh;
  }

  /** Whether it was detected often enough to be one. */
  boolean isFace() {
    return hitsBefore + track.hits() >= HITS_OF_A_FACE;
  }

  /** The largest height that it had, in pixels. */
  float largest() {
    return Math.max(largestBefore, track.largest());
  }

  Track track() {
    return track;
  }

  TrackFamiliarity familiarity() {
    return familiarity;
  }

  TrackEvidence evidence() {
    return evidence;
  }
}
