package org.haetae.app.soak;

import org.haetae.sim.camera.Fault;

/** What can come over a camera during a soak. */
sealed interface Trouble {

  /** One of the simulator's faults. */
  record OfCamera(Fault fault) implements Trouble {}

  /** Somebody saves another password in the file that the product reads. */
  record WrongFile() implements Trouble {}

  /** Its name in tables. */
  default String kind() {
    return switch (this) {
      case OfCamera(Fault fault) -> fault.kind();
      case WrongFile _ -> "wrong-password-file";
    };
  }

  /**
   * Whether a stream that plays already would never notice, so that the connection must be reset
   * when it begins.
   */
  default boolean concernsNewConnectionsOnly() {
    return switch (this) {
      case WrongFile _ -> true;
      case OfCamera(Fault fault) ->
          switch (fault) {
            case Fault.Refuse _,
                Fault.WrongPassword _,
                Fault.HangAfterSetup _,
                Fault.Html _,
                Fault.MalformedSdp _,
                Fault.HugeSdp _,
                Fault.Redirect _ ->
                true;
            case Fault.Gone _,
                Fault.Stall _,
                Fault.Close _,
                Fault.Reset _,
                Fault.Loss _,
                Fault.Duplicate _,
                Fault.Reorder _,
                Fault.Corrupt _,
                Fault.TimestampJump _,
                Fault.SwitchClip _,
                Fault.NoKeyframes _,
                Fault.Frozen _,
                Fault.Black _,
                Fault.Trickle _,
                Fault.ClockSkew _,
                Fault.HalfOpen _ ->
                false;
          };
    };
  }
}
