package org.haetae.sim.camera;

/** The streams that a camera may offer. */
public enum StreamKind {
  MAIN,
  SUB
}
