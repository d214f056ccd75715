package org.haetae.sim.camera;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads faults as scripts and the control port name them: a kind and parameters as text.
 *
 * @param folder what relative paths start from
 */
public record FaultForm(Path folder) {
  /** Every parameter that some kind has. */
  public static final List<String> PARAMETERS =
      List.of("rate", "seed", "by", "clip", "bytes-per-second", "lines", "location");

  /** Every kind, by name. */
  public static List<String> kinds() {
    return Arrays.stream(Fault.class.getPermittedSubclasses())
        .map(FaultForm::nameOf)
        .sorted()
        .toList();
  }

  static String nameOf(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /**
   * Reads one fault.
   *
   * @throws IllegalArgumentException with a sentence for people, when the kind or a parameter is
   *     unknown, missing or out of its range
   */
  public Fault read(String kind, Map<String, String> parameters) {
    Reading reading = new Reading(kind, parameters, new TreeSet<>(parameters.keySet()));
    Fault fault = read(reading);
    if (!reading.unread.isEmpty()) {
      throw new IllegalArgumentException(
          "the fault %s has no parameter %s".formatted(kind, String.join(", ", reading.unread)));
    }
    return fault;
  }

  private Fault read(Reading in) {
    return switch (in.kind) {
      case "refuse" -> new Fault.Refuse();
      case "gone" -> new Fault.Gone();
      case "wrong-password" -> new Fault.WrongPassword();
      case "hang-after-setup" -> new Fault.HangAfterSetup();
      case "stall" -> new Fault.Stall();
      case "close" -> new Fault.Close();
      case "reset" -> new Fault.Reset();
      case "loss" -> new Fault.Loss(in.rate(), in.seed());
      case "duplicate" -> new Fault.Duplicate(in.rate(), in.seed());
      case "reorder" -> new Fault.Reorder(in.rate(), in.seed());
      case "corrupt" -> new Fault.Corrupt(in.rate(), in.seed());
      case "timestamp-jump" -> new Fault.TimestampJump(in.needed("by", Double::valueOf));
      case "switch-clip" -> new Fault.SwitchClip(in.needed("clip", folder::resolve));
      case "no-keyframes" -> new Fault.NoKeyframes();
      case "frozen" -> new Fault.Frozen();
      case "black" -> new Fault.Black(in.needed("clip", folder::resolve));
      case "trickle" ->
          new Fault.Trickle(in.maybe("bytes-per-second", Integer::valueOf).orElse(10));
      case "clock-skew" -> new Fault.ClockSkew(in.needed("by", Double::valueOf));
      case "half-open" -> new Fault.HalfOpen();
      case "html" -> new Fault.Html();
      case "malformed-sdp" -> new Fault.MalformedSdp();
      case "huge-sdp" -> new Fault.HugeSdp(in.maybe("lines", Integer::valueOf).orElse(10_000));
      case "redirect" -> new Fault.Redirect(in.maybe("location", Function.identity()));
      default ->
          throw new IllegalArgumentException(
              "there is no fault \"%s\"; known faults: %s"
                  .formatted(in.kind, String.join(", ", kinds())));
    };
  }

  /** One fault's parameters, and which of them nobody asked for yet. */
  private record Reading(String kind, Map<String, String> parameters, TreeSet<String> unread) {

    double rate() {
      return needed("rate", Double::valueOf);
    }

    long seed() {
      return maybe("seed", Long::valueOf).orElse(1L);
    }

    <T> T needed(String name, Function<String, T> parse) {
      return maybe(name, parse)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "the fault %s needs the parameter \"%s\"".formatted(kind, name)));
    }

    <T> Optional<T> maybe(String name, Function<String, T> parse) {
      unread.remove(name);
      try {
        return Optional.ofNullable(parameters.get(name)).map(parse);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "\"%s\" of the fault %s must be a number".formatted(name, kind), e);
      }
    }
  }
}
