package org.haetae.pipeline.capture.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.rtsp.ProbeResult.BadDescription;
import org.haetae.pipeline.capture.rtsp.ProbeResult.Described;
import org.haetae.pipeline.capture.rtsp.ProbeResult.PasswordRefused;
import org.haetae.pipeline.capture.rtsp.ProbeResult.RedirectRefused;
import org.haetae.pipeline.capture.rtsp.ProbeResult.Unreachable;

/** One probe, from the configured address along its redirects to a description. One use. */
final class ProbeRun {
  private final CameraUrl configured;
  private final Deadline deadline;
  private final HostResolver resolver;
  private final SSLSocketFactory tls;
  private final RandomGenerator random;

  ProbeRun(
      CameraUrl configured,
      Deadline deadline,
      HostResolver resolver,
      SSLSocketFactory tls,
      RandomGenerator random) {
    this.configured = configured;
    this.deadline = deadline;
    this.resolver = resolver;
    this.tls = tls;
    this.random = random;
  }

  ProbeResult run() throws IOException, ProbeEnd {
    List<InetAddress> own = resolver.resolve(configured.address().host(), deadline);
    List<InetAddress> addresses = own;
    Set<StreamAddress> visited = new HashSet<>(Set.of(configured.address()));
    CameraUrl current = configured;
    while (true) {
      RtspReply reply = describe(current, addresses);
      if (!reply.isRedirect()) {
        return result(current, reply);
      }
      StreamAddress target = target(reply);
      if (!visited.add(target)) {
        return new RedirectRefused("it redirects in a circle");
      }
      if (visited.size() > RedirectRule.MOST + 1) {
        return new RedirectRefused("it redirects more than %d times".formatted(RedirectRule.MOST));
      }
      addresses = resolver.resolve(target.host(), deadline);
      Optional<String> refusal =
          RedirectRule.refusal(configured.address(), own, current.address(), target, addresses);
      if (refusal.isPresent()) {
        return new RedirectRefused(refusal.get());
      }
      current = RedirectRule.next(configured, target);
    }
  }

  private RtspReply describe(CameraUrl url, List<InetAddress> addresses)
      throws IOException, ProbeEnd {
    try (RtspDialogue dialogue = new RtspDialogue(url, addresses, deadline, tls, random)) {
      return dialogue.describe();
    }
  }

  private static StreamAddress target(RtspReply reply) throws ProbeEnd {
    Optional<String> location = reply.first("Location");
    if (location.isEmpty()) {
      throw new ProbeEnd(new RedirectRefused("it redirects without saying where"));
    }
    try {
      return StreamAddress.parse(location.get().strip());
    } catch (IllegalArgumentException e) {
      throw new ProbeEnd(
          new RedirectRefused("it redirects to what is no proper address: " + e.getMessage()));
    }
  }

  private static ProbeResult result(CameraUrl url, RtspReply reply) {
    return switch (reply.status()) {
      case 200 -> described(url, reply.body());
      case 403 -> new PasswordRefused("the camera forbids this user its stream (403)");
      case 404, 454 -> new Unreachable("the camera has no stream at this path (404)");
      case 453, 503 -> new Unreachable("the camera is busy: it has too many viewers (503)");
      default -> new Unreachable("the camera answers with the error " + reply.status());
    };
  }

  private static ProbeResult described(CameraUrl url, String body) {
    try {
      return new Described(url, SdpReader.read(body));
    } catch (IllegalArgumentException e) {
      return new BadDescription(String.valueOf(e.getMessage()));
    }
  }
}
