package org.haetae.pipeline.sighting;

import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.evidence.TrackEvidence;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.track.Track;

/**
 * Is told what becomes of every face, matched or not, so that a recording with a truth can be
 * measured. Never wired into a running site: whoever matches nobody must stay in the pipeline.
 * Called on the analysis's thread; what it is given is not to be kept.
 */
public interface FaceObserver {

  /** The detector has found a track's face in this frame. */
  void found(Frame frame, Track track);

  /** A look has been compared with the gallery; {@code evidence} has taken it in. */
  void compared(long track, Look look, TrackEvidence evidence, Gallery gallery);

  /** The newest face of a track is another person's, whose track begins with it. */
  void split(long track, long fresh);

  /** A fresh track is a lost one's person, whose evidence goes on. */
  void rejoined(long lost, long fresh);

  /** Looks away. */
  static FaceObserver none() {
    return Nobody.INSTANCE;
  }

  /** The observer of every camera that is not measured. */
  enum Nobody implements FaceObserver {
    INSTANCE;

    @Override
    public void found(Frame frame, Track track) {}

    @Override
    public void compared(long track, Look look, TrackEvidence evidence, Gallery gallery) {}

    @Override
    public void split(long track, long fresh) {}

    @Override
    public void rejoined(long lost, long fresh) {}
  }
}
