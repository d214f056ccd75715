package org.haetae.app.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.app.terminal.Problem;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.onvif.OnvifClient;
import org.haetae.pipeline.onvif.OnvifException;
import org.haetae.pipeline.onvif.StreamOffer;
import org.haetae.pipeline.onvif.StreamPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which streams a camera offers. */
@Command(
    name = "streams",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a camera for its streams (ONVIF) and tells which one to use for what: main is the"
          + " largest, for the best picture of a face; sub is a smaller one of at least 640 pixels,"
          + " for motion and detection.",
      "The addresses are printed without the password.",
      ""
    },
    footer = {
      "",
      "Example: haetae cameras streams http://192.0.2.7 --user viewer --password-file"
          + " door.password",
      "Exit codes: 0 it offers streams, 1 it offers none or refuses the password, 2 usage, 3 it"
          + " doesn't answer or speaks no ONVIF."
    })
final class StreamsCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Parameters(
      paramLabel = "URL",
      description = "The camera's address, such as http://192.0.2.7; without a password.")
  private String url = "";

  @Mixin private CameraLogin login = new CameraLogin();

  @Option(names = "--json", description = "One JSON object a stream on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    CameraUrl device = new CameraUrl(address(), login.read());
    List<StreamOffer> offers = ask(device);
    Optional<StreamPair> pair = StreamPair.choose(offers);
    offers.forEach(offer -> print(offer, use(offer, pair)));
    if (offers.isEmpty()) {
      System.err.println("haetae: the camera offers no stream by RTSP");
    }
    return (offers.isEmpty() ? ExitCode.FAILURE_FOUND : ExitCode.DONE).value();
  }

  private StreamAddress address() {
    try {
      return StreamAddress.parse(url.contains("://") ? url : "http://" + url);
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static List<StreamOffer> ask(CameraUrl device) {
    try (OnvifClient client = new OnvifClient(LIMIT, InstantSource.system())) {
      return client.streams(device);
    } catch (OnvifException e) {
      throw new Problem(
          e.isPasswordRefused() ? ExitCode.FAILURE_FOUND : ExitCode.UNAVAILABLE,
          "%s: %s".formatted(device.address().origin(), e.getMessage()));
    }
  }

  private static String use(StreamOffer offer, Optional<StreamPair> pair) {
    if (pair.map(StreamPair::main).filter(offer::equals).isPresent()) {
      return "main";
    }
    return pair.flatMap(StreamPair::sub).filter(offer::equals).isPresent() ? "sub" : "other";
  }

  private void print(StreamOffer offer, String use) {
    String shown = offer.addressToWrite().orElse(offer.url().toString());
    if (!json) {
      System.out.printf(
          "%-5s  %s  %s, %s, %s  \"%s\"%n",
          use,
          shown,
          offer.pixels() > 0 ? offer.width() + "x" + offer.height() : "size unknown",
          offer.fps() > 0 ? "up to " + offer.fps() + " pictures/s" : "rate unknown",
          offer.codec().isEmpty() ? "codec unknown" : offer.codec(),
          offer.profile());
    } else {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "stream");
      line.put("use", use);
      line.put("url", shown);
      line.put("profile", offer.profile());
      line.put("width", offer.width());
      line.put("height", offer.height());
      line.put("fps", offer.fps());
      line.put("codec", offer.codec());
      JsonLines.write(System.out, line);
    }
    if (offer.addressToWrite().isEmpty()) {
      System.err.printf(
          "haetae: the camera writes a password into the address of \"%s\", which is not shown%n",
          offer.profile());
    }
  }
}
