package org.haetae.sim.camera;

import java.nio.file.Path;
import java.util.Optional;

/** What can be wrong with a camera. A fault lasts from its start until it is stopped. */
public sealed interface Fault {

  /** Refuses new TCP connections; those that exist go on. */
  record Refuse() implements Fault {}

  /** The camera is gone: its port is closed and every connection is reset. */
  record Gone() implements Fault {}

  /** Answers 401 whatever the password. */
  record WrongPassword() implements Fault {}

  /** Never answers PLAY. */
  record HangAfterSetup() implements Fault {}

  /** Sends no media; requests are still answered. */
  record Stall() implements Fault {}

  /** Ends every connection in good order, and each new one once it plays. */
  record Close() implements Fault {}

  /** Resets every TCP connection, and each new one once it plays. */
  record Reset() implements Fault {}

  /**
   * Packets get lost.
   *
   * @param rate share of all packets, 0 to 1
   */
  record Loss(double rate, long seed) implements Fault {
    public Loss {
      checkRate(rate);
    }
  }

  /**
   * Packets come twice.
   *
   * @param rate share of all packets, 0 to 1
   */
  record Duplicate(double rate, long seed) implements Fault {
    public Duplicate {
      checkRate(rate);
    }
  }

  /**
   * Packets change places with the next one.
   *
   * @param rate share of all packets, 0 to 1
   */
  record Reorder(double rate, long seed) implements Fault {
    public Reorder {
      checkRate(rate);
    }
  }

  /**
   * Bytes of the payload are altered.
   *
   * @param rate share of all packets, 0 to 1
   */
  record Corrupt(double rate, long seed) implements Fault {
    public Corrupt {
      checkRate(rate);
    }
  }

  /**
   * RTP timestamps, in packets and reports alike, are {@code by} seconds ahead; may be negative.
   */
  record TimestampJump(double by) implements Fault {}

  /**
   * Another clip is sent without a word, perhaps of another size or codec; the sub-stream stays.
   */
  record SwitchClip(Path clip) implements Fault {}

  /** Keyframes and the parameter sets that come with them are not sent. */
  record NoKeyframes() implements Fault {}

  /** The last keyframe is sent again and again, with timestamps that run on. */
  record Frozen() implements Fault {}

  /** A recording of darkness is sent, on every stream. */
  record Black(Path clip) implements Fault {}

  /**
   * Every connection is throttled.
   *
   * @param bytesPerSecond 1 or more
   */
  record Trickle(int bytesPerSecond) implements Fault {
    public Trickle {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("a trickle needs at least 1 byte a second");
      }
    }
  }

  /** The wall clock of sender reports is {@code by} seconds ahead; may be negative. */
  record ClockSkew(double by) implements Fault {}

  /**
   * Nothing is read or written any more and every socket stays open, as when a camera's power
   * fails. The connections of that time are reset when the fault ends, as a rebooted host would.
   */
  record HalfOpen() implements Fault {}

  /** Every request is answered as a web server would. */
  record Html() implements Fault {}

  /** The session description makes no sense. */
  record MalformedSdp() implements Fault {}

  /**
   * The session description is very long.
   *
   * @param lines of it that mean nothing
   */
  record HugeSdp(int lines) implements Fault {
    public HugeSdp {
      if (lines < 1 || lines > 1_000_000) {
        throw new IllegalArgumentException("a huge description has 1 to 1000000 lines");
      }
    }
  }

  /**
   * Every DESCRIBE is answered with 302.
   *
   * @param location where to; the very same address, an endless loop, where absent
   */
  record Redirect(Optional<String> location) implements Fault {}

  /** Whether it replaces the picture. */
  default boolean replacesPicture() {
    return this instanceof SwitchClip || this instanceof Black || this instanceof Frozen;
  }

  /** Its name in scripts and on the control port, such as {@code no-keyframes}. */
  default String kind() {
    return FaultForm.nameOf(getClass());
  }

  private static void checkRate(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate lies between 0 and 1");
    }
  }
}
