package org.haetae.pipeline.capture.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.auth.Authenticator;
import org.haetae.pipeline.capture.rtsp.ProbeResult.PasswordRefused;

/** Asks one server, answering its question for a password. One thread at a time. */
final class RtspDialogue implements AutoCloseable {
  private final CameraUrl url;
  private final List<InetAddress> addresses;
  private final Deadline deadline;
  private final SSLSocketFactory tls;
  private final Optional<Authenticator> authenticator;
  private RtspConnection connection;
  private int sequence;

  RtspDialogue(
      CameraUrl url,
      List<InetAddress> addresses,
      Deadline deadline,
      SSLSocketFactory tls,
      RandomGenerator random)
      throws IOException {
    this.url = url;
    this.addresses = List.copyOf(addresses);
    this.deadline = deadline;
    this.tls = tls;
    this.authenticator = url.credentials().map(known -> new Authenticator(known, random));
    this.connection = connect();
  }

  private RtspConnection connect() throws IOException {
    return RtspConnection.open(url.address(), addresses, deadline, tls);
  }

  /** OPTIONS, whose reply matters only when it redirects or refuses, then DESCRIBE. */
  RtspReply describe() throws IOException, ProbeEnd {
    RtspReply options = ask("OPTIONS", "");
    return options.isRedirect() ? options : ask("DESCRIBE", "Accept: application/sdp\r\n");
  }

  private RtspReply ask(String method, String headers) throws IOException, ProbeEnd {
    while (true) {
      RtspReply reply = send(method, headers);
      if (reply.status() != 401) {
        return reply;
      }
      if (authenticator.isEmpty()) {
        throw new ProbeEnd(
            new PasswordRefused(
                "the camera asks for a password and none is given: add \"user\" with"
                    + " \"password-file\" or \"password-env\""));
      }
      if (!authenticator.get().takeUp(reply.all("WWW-Authenticate"))) {
        throw new ProbeEnd(new PasswordRefused("the camera refuses the user or the password"));
      }
    }
  }

  private RtspReply send(String method, String headers) throws IOException, ProbeEnd {
    Optional<RtspReply> reply = connection.exchange(request(method, headers));
    if (reply.isPresent()) {
      return reply.get();
    }
    connection.close();
    connection = connect();
    return connection.exchange(request(method, headers)).orElseThrow(IOException::new);
  }

  private String request(String method, String headers) {
    String uri = url.address().forTheCamera();
    String authorization =
        authenticator
            .flatMap(known -> known.authorization(method, uri))
            .map(value -> "Authorization: " + value + "\r\n")
            .orElse("");
    return "%s %s RTSP/1.0\r\nCSeq: %d\r\nUser-Agent: haetae\r\n%s%s\r\n"
        .formatted(method, uri, ++sequence, headers, authorization);
  }

  @Override
  public void close() {
    connection.close();
  }
}
