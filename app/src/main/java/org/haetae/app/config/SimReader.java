package org.haetae.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.FaultForm;
import org.haetae.sim.camera.ScheduledFault;

/** Reads a file of simulated cameras. One use each. */
public final class SimReader {
  private final Path file;
  private final Path folder;
  private final SimCredentials credentials;
  private final List<ConfigProblem> problems = new ArrayList<>();

  private SimReader(Path file, Map<String, String> environment) {
    this.file = file;
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    this.credentials = new SimCredentials(folder, environment);
  }

  /** What came of reading a file: cameras, or at least one problem. */
  public sealed interface Outcome {

    /** Everything is as it should be. */
    record Good(Sim sim) implements Outcome {}

    /** By line. */
    record Bad(List<ConfigProblem> problems) implements Outcome {}
  }

  /**
   * Reads {@code file}; paths in it are relative to its folder.
   *
   * @param environment where {@code password-env} looks
   */
  public static Outcome read(Path file, Map<String, String> environment) {
    return new SimReader(file, environment).read();
  }

  private Outcome read() {
    Optional<Sim> sim =
        YamlFile.compose(file, problems)
            .flatMap(
                node ->
                    sim(
                        new YamlMap(
                            node, "the file", problems, "listen", "session-timeout", "cameras")));
    if (problems.isEmpty() && sim.isPresent()) {
      return new Outcome.Good(sim.get());
    }
    problems.sort(Comparator.comparingInt(ConfigProblem::line));
    return new Outcome.Bad(List.copyOf(problems));
  }

  private Optional<Sim> sim(YamlMap root) {
    YamlMap listen = root.map("listen", "listen", "host", "port", "control-port");
    InetAddress host =
        listen.optional("host", InetAddress.getLoopbackAddress(), SimReader::address);
    int port = listen.optional("port", 8554, YamlMap::whole);
    int control = listen.optional("control-port", 8481, YamlMap::whole);
    if (control < 0 || control > 65535) {
      listen.problem("control-port", "\"control-port\" must lie between 0 and 65535");
    }
    Duration timeout = root.optional("session-timeout", Duration.ofSeconds(60), SimReader::seconds);
    List<CameraScript> cameras = cameras(root);
    if (cameras.isEmpty() && problems.isEmpty()) {
      problems.add(new ConfigProblem(root.line(), "there is no camera: add one under \"cameras\""));
    }
    return root.build(() -> new SimulatedSite.Settings(host, port, timeout))
        .map(settings -> new Sim(settings, control, folder, cameras));
  }

  private List<CameraScript> cameras(YamlMap root) {
    List<CameraScript> cameras = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlMap map :
        root.list(
            "cameras",
            "a camera",
            "name",
            "path",
            "clip",
            "sub-clip",
            "user",
            "authentication",
            "password-file",
            "password-env",
            "faults")) {
      String name = map.required("name", "unnamed", Function.identity());
      if (!seen.add(name)) {
        map.problem("name", "the camera %s stands twice".formatted(name));
      }
      Path clip = map.required("clip", folder, this::clip);
      Optional<Path> sub =
          map.optional("sub-clip", Optional.empty(), text -> Optional.of(clip(text)));
      String path = map.optional("path", name, Function.identity());
      List<ScheduledFault> faults = faults(map);
      map.build(() -> new CameraScript(name, path, clip, 0, sub, credentials.read(map), faults))
          .ifPresent(cameras::add);
    }
    return cameras;
  }

  private List<ScheduledFault> faults(YamlMap camera) {
    List<ScheduledFault> faults = new ArrayList<>();
    String[] known =
        Stream.concat(Stream.of("fault", "from", "seconds"), FaultForm.PARAMETERS.stream())
            .toArray(String[]::new);
    for (YamlMap map : camera.list("faults", "a fault", known)) {
      String kind = map.required("fault", "stall", Function.identity());
      Duration from = map.required("from", Duration.ZERO, SimReader::seconds);
      Duration length = map.required("seconds", Duration.ofSeconds(1), SimReader::seconds);
      Map<String, String> parameters = new HashMap<>();
      for (String name : FaultForm.PARAMETERS) {
        if (map.has(name)) {
          parameters.put(name, map.optional(name, "", Function.identity()));
        }
      }
      map.build(() -> scheduled(new FaultForm(folder).read(kind, parameters), from, length))
          .ifPresent(faults::add);
    }
    return faults;
  }

  private ScheduledFault scheduled(Fault fault, Duration from, Duration length) {
    switch (fault) {
      case Fault.SwitchClip other -> clip(other.clip().toString());
      case Fault.Black black -> clip(black.clip().toString());
      default -> {}
    }
    return new ScheduledFault(fault, from, length);
  }

  private Path clip(String text) {
    Path clip = folder.resolve(text).normalize();
    if (!Files.isRegularFile(clip)) {
      throw new IllegalArgumentException("there is no clip " + clip);
    }
    return clip;
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("it must be an address of this machine", e);
    }
  }

  private static Duration seconds(String text) {
    double seconds = YamlMap.number(text);
    if (!(seconds >= 0 && seconds <= 1e6)) {
      throw new IllegalArgumentException("it must lie between 0 and 1000000 seconds");
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
