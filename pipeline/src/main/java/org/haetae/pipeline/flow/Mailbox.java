package org.haetae.pipeline.flow;

import java.util.concurrent.atomic.AtomicReference;
import org.haetae.pipeline.capture.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Room for one frame between a grabber and a shard: a slow shard finds the newest, and what was
 * superseded goes back to the grabber to be counted and released. Safe for one putter and one
 * taker.
 */
final class Mailbox {
  private final AtomicReference<@Nullable Frame> slot = new AtomicReference<>();

  /** Puts a frame in and returns the one that it supersedes, if any. */
  @Nullable Frame put(Frame frame) {
    return slot.getAndSet(frame);
  }

  /** Takes the frame out, if there is one. */
  @Nullable Frame take() {
    return slot.getAndSet(null);
  }
}
