package org.haetae.app.soak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.FaultForm;

/**
 * Every kind of trouble once, with parameters drawn from the given dice.
 *
 * @param clips the folder of the shipped clips
 */
record TroubleDeck(Path clips) {

  /** All kinds in random order. */
  List<Trouble> shuffled(Random random) {
    List<Trouble> deck = new ArrayList<>();
    FaultForm.kinds().forEach(kind -> deck.add(new Trouble.OfCamera(fault(kind, random))));
    deck.add(new Trouble.WrongFile());
    Collections.shuffle(deck, random);
    return deck;
  }

  private Fault fault(String kind, Random random) {
    return switch (kind) {
      case "refuse" -> new Fault.Refuse();
      case "gone" -> new Fault.Gone();
      case "wrong-password" -> new Fault.WrongPassword();
      case "hang-after-setup" -> new Fault.HangAfterSetup();
      case "stall" -> new Fault.Stall();
      case "close" -> new Fault.Close();
      case "reset" -> new Fault.Reset();
      case "loss" -> new Fault.Loss(between(0.02, 0.3, random), random.nextLong());
      case "duplicate" -> new Fault.Duplicate(between(0.05, 0.5, random), random.nextLong());
      case "reorder" -> new Fault.Reorder(between(0.05, 0.5, random), random.nextLong());
      case "corrupt" -> new Fault.Corrupt(between(0.02, 0.3, random), random.nextLong());
      case "timestamp-jump" -> new Fault.TimestampJump(either(3600, random));
      case "switch-clip" -> new Fault.SwitchClip(other(random));
      case "no-keyframes" -> new Fault.NoKeyframes();
      case "frozen" -> new Fault.Frozen();
      case "black" -> new Fault.Black(clips.resolve("black.mp4"));
      case "trickle" -> new Fault.Trickle(10 + random.nextInt(2000));
      case "clock-skew" -> new Fault.ClockSkew(either(600, random));
      case "half-open" -> new Fault.HalfOpen();
      case "html" -> new Fault.Html();
      case "malformed-sdp" -> new Fault.MalformedSdp();
      case "huge-sdp" -> new Fault.HugeSdp(10_000);
      case "redirect" -> new Fault.Redirect(Optional.empty());
      default -> throw new IllegalArgumentException("no soak knows the fault " + kind + " yet");
    };
  }

  /** Another size, another codec, or the same of both. */
  private Path other(Random random) {
    List<String> names = List.of("home-door.sub.mp4", "home-door.h265.mp4", "quiet-yard.mp4");
    return clips.resolve(names.get(random.nextInt(names.size())));
  }

  private static double between(double low, double high, Random random) {
    return low + (high - low) * random.nextDouble();
  }

  /** Up to {@code most} seconds ahead or behind, a tenth of that at least. */
  private static double either(double most, Random random) {
    double size = between(most / 10, most, random);
    return random.nextBoolean() ? size : -size;
  }
}
