package org.haetae.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.config.ConfigProblem;
import org.haetae.app.config.Sim;
import org.haetae.app.config.SimReader;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.FaultForm;
import org.haetae.sim.clip.ClipException;
import org.haetae.sim.control.ControlPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves simulated cameras. */
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = {
      "Serves simulated cameras as RTSP until Ctrl-C, each at a port of its own, and an HTTP port"
          + " of the loopback interface on which they can be broken.",
      ""
    },
    footer = {
      "",
      "Example: haetae sim --config config/sim.yaml",
      "Then:    ffplay rtsp://127.0.0.1:8554/home-door",
      "         curl -d '{\"fault\":\"stall\",\"seconds\":10}' \\",
      "           http://127.0.0.1:8481/cameras/home-door/faults",
      "Exit codes: 0 ended on request, 2 the file has problems, 3 a port or a clip is unavailable."
    })
final class SimCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The YAML file of the cameras.")
  private Path config = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The first camera's port, the others following; 0 for free ones.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--control-port",
      paramLabel = "PORT",
      description = "The HTTP port; 0 for a free one.")
  private Optional<Integer> controlPort = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "End after this time, for example 45s or 2h.")
  private Optional<Duration> limit = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    Sim sim = read();
    SimulatedSite.Settings settings = sim.settings();
    try (UntilStopped stop = new UntilStopped();
        SimulatedSite site =
            new SimulatedSite(
                new SimulatedSite.Settings(
                    settings.host(), port.orElse(settings.firstPort()), settings.sessionTimeout()),
                sim.cameras());
        ControlPort control =
            new ControlPort(
                site, new FaultForm(sim.folder()), controlPort.orElse(sim.controlPort()))) {
      sim.cameras().forEach(camera -> announce(site, camera));
      System.out.printf("Faults: %s   (Ctrl-C ends)%n", control.address());
      stop.await(limit);
    } catch (ClipException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "a port can't be listened on (%s): choose others with --port and --control-port"
              .formatted(e.getMessage()),
          e);
    }
    return ExitCode.DONE.value();
  }

  private static void announce(SimulatedSite site, CameraScript camera) {
    System.out.printf(
        "%s%s%n",
        site.url(camera.name()), camera.credentials().isPresent() ? "   (with a password)" : "");
    if (camera.subClip().isPresent()) {
      System.out.println(site.subUrl(camera.name()));
    }
  }

  private Sim read() {
    return switch (SimReader.read(config, System.getenv())) {
      case SimReader.Outcome.Good good -> good.sim();
      case SimReader.Outcome.Bad bad -> throw problem(bad.problems());
    };
  }

  private Problem problem(List<ConfigProblem> problems) {
    StringBuilder all = new StringBuilder();
    problems.forEach(p -> all.append("\n  ").append(p));
    return new Problem(
        ExitCode.USAGE,
        "%s has %d problem%s:%s"
            .formatted(config, problems.size(), problems.size() == 1 ? "" : "s", all));
  }
}
