package org.haetae.sim.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client of a few lines that shares nothing with the server. Every read gives up after 5 s. */
public final class RtspClient implements AutoCloseable {
  /** What answers a request. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public String session() {
      return header("Session").split(";", 2)[0];
    }
  }

  /** An interleaved packet. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Packet(int channel, byte[] bytes) {
    public boolean isMedia() {
      return channel % 2 == 0;
    }

    public int sequence() {
      return ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
    }

    public long timestamp() {
      return ByteBuffer.wrap(bytes).getInt(4) & 0xFFFFFFFFL;
    }

    public boolean marker() {
      return bytes[1] < 0;
    }
  }

  private final String url;
  private final Socket socket;
  private final DataInputStream in;
  private final Deque<Packet> packets = new ArrayDeque<>();
  private int sequence;

  public RtspClient(String url) throws IOException {
    this.url = url;
    URI uri = URI.create(url);
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(5000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  public String url() {
    return url;
  }

  public Socket socket() {
    return socket;
  }

  /** Sends a request and reads up to its answer, keeping the packets on the way. */
  public Answer ask(String method, String uri, String... headers) throws IOException {
    send(method, uri, headers);
    return answer();
  }

  public void send(String method, String uri, String... headers) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("%s %s RTSP/1.0\r\nCSeq: %d\r\n".formatted(method, uri, ++sequence));
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    raw(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
  }

  public void raw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private Answer answer() throws IOException {
    int first = in.read();
    while (first == '$') {
      packets.add(rest());
      first = in.read();
    }
    if (first < 0) {
      throw new EOFException();
    }
    String status = (char) first + line();
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    byte[] body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    in.readFully(body);
    return new Answer(
        Integer.parseInt(status.split(" ", 3)[1]),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** The next interleaved packet. */
  public Packet packet() throws IOException {
    if (!packets.isEmpty()) {
      return packets.remove();
    }
    int first = in.read();
    if (first < 0) {
      throw new EOFException();
    }
    if (first != '$') {
      throw new IOException("expected a packet, got " + first);
    }
    return rest();
  }

  /** The next media packet. */
  public Packet media() throws IOException {
    Packet packet = packet();
    while (!packet.isMedia()) {
      packet = packet();
    }
    return packet;
  }

  /** The next RTCP packet. */
  public Packet control() throws IOException {
    Packet packet = packet();
    while (packet.isMedia()) {
      packet = packet();
    }
    return packet;
  }

  private Packet rest() throws IOException {
    int channel = in.readUnsignedByte();
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return new Packet(channel, bytes);
  }

  /** SETUP of the one track over this connection. */
  public Answer setup() throws IOException {
    return ask("SETUP", url + "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
  }

  /** SETUP and PLAY; the answer to PLAY. */
  public Answer play() throws IOException {
    return ask("PLAY", url, "Session: " + setup().session());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
