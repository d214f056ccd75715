package org.haetae.pipeline.onvif;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A camera that speaks ONVIF on the loopback: device, media and discovery, written by the standard
 * and not by the client. Its password is looked after as devices do: the digest must fit, the time
 * must be within five seconds of its own clock.
 */
final class FakeDevice implements AutoCloseable {
  enum Login {
    NONE,
    SOAP,
    HTTP_BASIC
  }

  static final String USER = "admin";
  static final String PASSWORD = "geheim<&>\"1234";

  private final HttpServer http;
  private final DatagramSocket udp;
  private final Login login;
  private final InstantSource clock;
  final List<String> bodies = new CopyOnWriteArrayList<>();
  volatile String streamHost = "10.1.2.3";

  FakeDevice(Login login, InstantSource clock) throws IOException {
    this.login = login;
    this.clock = clock;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/onvif/", this::answer);
    http.start();
    udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().start(this::discovery);
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  InetSocketAddress discoveryAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), udp.getLocalPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    bodies.add(body);
    boolean open = body.contains("GetSystemDateAndTime");
    if (login == Login.HTTP_BASIC && !open && !basic(exchange)) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"cam\"");
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    boolean refused = login == Login.SOAP && !open && !digestFits(body);
    byte[] reply = envelope(refused ? FAULT : reply(body)).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(refused ? 400 : 200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private String reply(String body) {
    if (body.contains("GetSystemDateAndTime")) {
      LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
      return """
      <tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:UTCDateTime>
      <tt:Time><tt:Hour>%d</tt:Hour><tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second></tt:Time>
      <tt:Date><tt:Year>%d</tt:Year><tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date>
      </tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>
      """
          .formatted(
              now.getHour(),
              now.getMinute(),
              now.getSecond(),
              now.getYear(),
              now.getMonthValue(),
              now.getDayOfMonth());
    }
    if (body.contains("GetCapabilities")) {
      return """
      <tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media>
      <tt:XAddr>http://10.1.2.3/onvif/Media</tt:XAddr></tt:Media></tds:Capabilities>
      </tds:GetCapabilitiesResponse>
      """;
    }
    if (body.contains("GetProfiles")) {
      return "<trt:GetProfilesResponse>"
          + profile("main&amp;1", "Main \u202Estream", "H264", 1920, 1080, 25)
          + profile("sub", "Sub", "H264", 704, 576, 15)
          + profile("third", "", "JPEG", 320, 240, 5)
          + "</trt:GetProfilesResponse>";
    }
    Matcher token = Pattern.compile("<ProfileToken>(.*)</ProfileToken>").matcher(body);
    return """
    <trt:GetStreamUriResponse><trt:MediaUri>
    <tt:Uri>rtsp://%s:8554/%s?a=1&amp;b=2</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>
    """
        .formatted(streamHost, token.find() ? token.group(1).replace("&amp;", "") : "none");
  }

  private static String profile(
      String token, String name, String codec, int width, int height, int fps) {
    return """
    <trt:Profiles token="%s" fixed="true"><tt:Name>%s</tt:Name>
    <tt:VideoEncoderConfiguration token="v"><tt:Encoding>%s</tt:Encoding>
    <tt:Resolution><tt:Width>%d</tt:Width><tt:Height>%d</tt:Height></tt:Resolution>
    <tt:RateControl><tt:FrameRateLimit>%d</tt:FrameRateLimit></tt:RateControl>
    </tt:VideoEncoderConfiguration></trt:Profiles>
    """
        .formatted(token, name, codec, width, height, fps);
  }

  private static final String FAULT =
      """
      <s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized</s:Value>
      </s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">Sender not authorized</s:Text></s:Reason>
      </s:Fault>
      """;

  private static String envelope(String body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
     xmlns:tds="http://www.onvif.org/ver10/device/wsdl"
     xmlns:trt="http://www.onvif.org/ver10/media/wsdl"
     xmlns:tt="http://www.onvif.org/ver10/schema" xmlns:ter="http://www.onvif.org/ver10/error">
    <s:Body>%s</s:Body></s:Envelope>
    """
        .formatted(body);
  }

  private static boolean basic(HttpExchange exchange) {
    String expected =
        Base64.getEncoder()
            .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private boolean digestFits(String body) {
    String created = between(body, "Created");
    if (created.isEmpty()
        || Math.abs(Instant.parse(created).getEpochSecond() - clock.instant().getEpochSecond())
            > 5) {
      return false;
    }
    byte[] nonce = Base64.getDecoder().decode(between(body, "Nonce"));
    return between(body, "Username").equals(USER)
        && between(body, "Password").equals(UsernameToken.digest(nonce, created, PASSWORD));
  }

  private static String between(String body, String element) {
    Matcher matcher = Pattern.compile("<" + element + "(?: [^>]*)?>([^<]*)<").matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }

  private void discovery() {
    DatagramPacket packet = new DatagramPacket(new byte[65_507], 65_507);
    try {
      while (true) {
        udp.receive(packet);
        String probe = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        Matcher id = Pattern.compile("(urn:uuid:[0-9a-f-]+)").matcher(probe);
        if (id.find() && probe.contains("NetworkVideoTransmitter")) {
          send("garbage", packet);
          send(match("urn:uuid:somebody-elses"), packet);
          send(match(id.group(1)), packet);
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void send(String text, DatagramPacket to) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    udp.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
  }

  private String match(String id) {
    return """
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="a" xmlns:d="d">
    <s:Header><a:RelatesTo>%s</a:RelatesTo></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch>
    <d:Scopes>onvif://www.onvif.org/type/video onvif://www.onvif.org/name/Front%%20door%%0A1</d:Scopes>
    <d:XAddrs>%s/onvif/device_service http://[fe80::1%%25eth0]/onvif rtsp://10.1.2.3/</d:XAddrs>
    </d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>
    """
        .formatted(id, url());
  }

  @Override
  public void close() {
    udp.close();
    http.stop(0);
  }
}
