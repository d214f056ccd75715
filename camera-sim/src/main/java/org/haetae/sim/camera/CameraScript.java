package org.haetae.sim.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a camera shows and what goes wrong with it, and when.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param path of the main stream in its address, without the leading slash; the sub-stream is at
 *     {@code path/sub}
 * @param phase the part of the clip that lies behind it when the site starts, 0 to below 1
 * @param subClip what the sub-stream shows, on the same time-line
 * @param credentials what clients must know; absent for a camera that is open to all
 */
public record CameraScript(
    String name,
    String path,
    Path clip,
    double phase,
    Optional<Path> subClip,
    Optional<Credentials> credentials,
    List<ScheduledFault> faults) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

  public CameraScript {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a camera's name consists of letters, digits, dots, dashes and underscores");
    }
    if (!PATH.matcher(path).matches() || path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException(
          "a stream's path consists of letters, digits, dots, dashes, underscores and inner /");
    }
    if (!(phase >= 0 && phase < 1)) {
      throw new IllegalArgumentException("a phase is from 0 to below 1, not " + phase);
    }
    faults = List.copyOf(faults);
  }

  /** A camera without credentials and faults, at the path of its name. */
  public static CameraScript of(String name, Path clip) {
    return new CameraScript(name, name, clip, 0, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same at another path. */
  public CameraScript withPath(String other) {
    return new CameraScript(name, other, clip, phase, subClip, credentials, faults);
  }

  /** The same with a part of the clip behind it when the site starts. */
  public CameraScript withPhase(double part) {
    return new CameraScript(name, path, clip, part, subClip, credentials, faults);
  }

  /** The same with a second, usually smaller stream. */
  public CameraScript withSub(Path sub) {
    return new CameraScript(name, path, clip, phase, Optional.of(sub), credentials, faults);
  }

  /** The same behind a password. */
  public CameraScript withCredentials(Credentials needed) {
    return new CameraScript(name, path, clip, phase, subClip, Optional.of(needed), faults);
  }

  /** The same with one more fault. */
  public CameraScript withFault(Fault fault, Duration from, Duration length) {
    List<ScheduledFault> all = new ArrayList<>(faults);
    all.add(new ScheduledFault(fault, from, length));
    return new CameraScript(name, path, clip, phase, subClip, credentials, all);
  }
}
