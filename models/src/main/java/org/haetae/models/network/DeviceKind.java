package org.haetae.models.network;

/** What computes a network. */
public enum DeviceKind {
  /** The machine's processor. */
  CPU,
  /** An NVIDIA graphics card, the first one. */
  CUDA
}
