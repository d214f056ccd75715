package org.haetae.sim.camera;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.clip.ClipException;
import org.haetae.sim.rtp.PacketizedClip;

/** A camera: its clips, its faults and what it has on air. Thread-safe. */
public final class SimulatedCamera {
  private final CameraScript script;
  private final SiteTime time;
  private final ClipLibrary library;
  private final FaultBoard board;
  private final Map<StreamKind, Programme> regular = new EnumMap<>(StreamKind.class);
  private volatile Map<StreamKind, Programme> onAir;
  private Optional<ActiveFault> replacement = Optional.empty();

  /**
   * Reads every clip that the script names.
   *
   * @throws ClipException when one of them can't be served
   */
  public SimulatedCamera(
      CameraScript script, SiteTime time, ClipLibrary library, ScheduledExecutorService timers) {
    this.script = script;
    this.time = time;
    this.library = library;
    board = new FaultBoard(time, timers);
    regular.put(StreamKind.MAIN, programme(library.clip(script.clip()), script.phase()));
    script
        .subClip()
        .map(library::clip)
        .ifPresent(sub -> regular.put(StreamKind.SUB, programme(sub, script.phase())));
    onAir = Map.copyOf(regular);
    script.faults().forEach(scheduled -> preload(scheduled.fault()));
    board.listen(change -> changed(change.now()));
    for (ScheduledFault scheduled : script.faults()) {
      var _ =
          timers.schedule(
              () -> board.start(scheduled.fault(), scheduled.length()),
              scheduled.from().toNanos() - time.elapsed(),
              TimeUnit.NANOSECONDS);
    }
  }

  private static Programme programme(PacketizedClip clip, double phase) {
    return new Programme(clip, -Math.round(phase * clip.loopNanos()));
  }

  /** Reading is slow, and must not happen where packets are paced. */
  private void preload(Fault fault) {
    switch (fault) {
      case Fault.SwitchClip other -> library.clip(other.clip());
      case Fault.Black black -> library.clip(black.clip());
      default -> {}
    }
  }

  public CameraScript script() {
    return script;
  }

  /** The time-line of its pictures. */
  public SiteTime time() {
    return time;
  }

  /**
   * Starts a fault until {@link FaultBoard#stop}.
   *
   * @throws ClipException when it needs a clip that can't be served
   */
  public void start(Fault fault) {
    preload(fault);
    board.start(fault);
  }

  /**
   * Starts a fault that ends by itself.
   *
   * @throws ClipException when it needs a clip that can't be served
   */
  public void start(Fault fault, Duration length) {
    preload(fault);
    board.start(fault, length);
  }

  /** Its faults. */
  public FaultBoard board() {
    return board;
  }

  /** What it has on air, or nothing where it has no such stream. */
  public Optional<Programme> programme(StreamKind stream) {
    return Optional.ofNullable(onAir.get(stream));
  }

  /** Programmes are compared by identity, so a change of another fault must not make new ones. */
  private void changed(ActiveFaults faults) {
    Optional<ActiveFault> wanted =
        faults.all().stream()
            .filter(active -> active.fault().replacesPicture())
            .max(Comparator.comparingLong(ActiveFault::since));
    if (!wanted.equals(replacement)) {
      replacement = wanted;
      Map<StreamKind, Programme> programmes = new EnumMap<>(regular);
      wanted.ifPresent(
          active -> programmes.replaceAll((kind, usual) -> replaced(kind, usual, active)));
      onAir = Map.copyOf(programmes);
    }
  }

  private Programme replaced(StreamKind kind, Programme usual, ActiveFault active) {
    return switch (active.fault()) {
      case Fault.SwitchClip other when kind == StreamKind.MAIN ->
          new Programme(library.clip(other.clip()), active.since());
      case Fault.Black black -> new Programme(library.clip(black.clip()), active.since());
      case Fault.Frozen _ -> new Programme(still(usual, active.since()), active.since());
      default -> usual;
    };
  }

  private static PacketizedClip still(Programme usual, long since) {
    int picture = (int) (usual.at(since) % usual.clip().pictures().size());
    return PacketizedClip.of(usual.clip().clip().still(picture));
  }
}
