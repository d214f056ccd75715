package org.haetae.app.command;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.app.terminal.Problem;
import org.haetae.pipeline.onvif.Discovered;
import org.haetae.pipeline.onvif.Discovery;
import org.haetae.pipeline.onvif.OnvifException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for cameras on the network. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the networks that this machine is on for cameras (WS-Discovery, UDP port 3702) and"
          + " prints those that answer. No password is needed or sent.",
      "Cameras of another network don't hear the question: name them with --host.",
      ""
    },
    footer = {
      "",
      "Example: haetae cameras discover --timeout 5s",
      "Then:    haetae cameras streams http://192.0.2.7 --user viewer --password-file"
          + " door.password",
      "Exit codes: 0 cameras answered, 1 none did, 2 usage, 3 nothing can be sent."
    })
final class DiscoverCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "How long to listen, such as 3s or 1m; 3s by default.")
  private Duration timeout = Duration.ofSeconds(3);

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Ask this host alone; it may be on another network.")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      hidden = true,
      description = "With --host: another port than 3702.")
  private int port = Discovery.PORT;

  @Option(names = "--json", description = "One JSON object a camera on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw new Problem(ExitCode.USAGE, "--timeout must lie between 1s and 10m");
    }
    List<Discovered> found = ask();
    found.forEach(this::print);
    if (found.isEmpty()) {
      System.err.println(
          "haetae: no camera answered: check that ONVIF is switched on in it and that it is on this"
              + " network, or name it with --host");
    }
    return (found.isEmpty() ? ExitCode.FAILURE_FOUND : ExitCode.DONE).value();
  }

  private List<Discovered> ask() {
    try {
      Discovery discovery = new Discovery();
      return host.isEmpty()
          ? discovery.onThisNetwork(timeout)
          : discovery.at(new InetSocketAddress(InetAddress.getByName(host), port), timeout);
    } catch (UnknownHostException e) {
      throw new Problem(ExitCode.USAGE, "the name server knows no host of this name");
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, "--port must lie between 0 and 65535");
    } catch (OnvifException e) {
      throw new Problem(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  private void print(Discovered device) {
    List<String> services = device.services().stream().map(Object::toString).toList();
    if (!json) {
      System.out.printf(
          "%s  %s  %s%n",
          device.address(),
          device.name().isEmpty() ? "(no name)" : device.name(),
          services.stream().collect(Collectors.joining(" ")));
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "device");
    line.put("address", device.address());
    line.put("name", device.name());
    line.put("services", services);
    JsonLines.write(System.out, line);
  }
}
