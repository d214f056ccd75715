package org.haetae.pipeline.capture.rtsp;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.rtsp.RtspDecoder;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.haetae.pipeline.capture.rtsp.ProbeResult.BadDescription;
import org.haetae.pipeline.capture.rtsp.ProbeResult.NotRtsp;
import org.jspecify.annotations.Nullable;

/** Turns bytes into one reply, within limits. One thread at a time. */
final class ReplyReader implements AutoCloseable {
  private static final int LONGEST_LINE = 4096;
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int LONGEST_BODY = SdpReader.LONGEST;
  private static final int CHUNK = 8192;

  private final EmbeddedChannel channel =
      new EmbeddedChannel(new RtspDecoder(LONGEST_LINE, LONGEST_HEAD, CHUNK));
  private final ProtocolSniffer sniffer = new ProtocolSniffer();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;

  /**
   * Takes more bytes.
   *
   * @return the reply once it is whole; provisional ones (100 to 199) are passed over
   * @throws ProbeEnd when this is no RTSP or goes beyond the limits
   */
  Optional<RtspReply> feed(byte[] bytes, int length) throws ProbeEnd {
    Optional<String> other = sniffer.other(bytes, length);
    if (other.isPresent()) {
      throw new ProbeEnd(new NotRtsp(other.get()));
    }
    try {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, 0, length));
    } catch (DecoderException e) {
      throw malformed(e);
    }
    while (channel.readInbound() instanceof HttpObject part) {
      try {
        Optional<RtspReply> reply = take(part);
        if (reply.isPresent()) {
          return reply;
        }
      } finally {
        ReferenceCountUtil.release(part);
      }
    }
    return Optional.empty();
  }

  private Optional<RtspReply> take(HttpObject part) throws ProbeEnd {
    if (part.decoderResult().isFailure()) {
      throw malformed(part.decoderResult().cause());
    }
    if (part instanceof HttpResponse response) {
      head = response;
      body.reset();
    }
    if (part instanceof HttpContent content && head != null) {
      if (body.size() + content.content().readableBytes() > LONGEST_BODY) {
        throw new ProbeEnd(
            new BadDescription("the camera's description of its stream is longer than 64 KiB"));
      }
      byte[] piece = new byte[content.content().readableBytes()];
      content.content().readBytes(piece);
      body.writeBytes(piece);
    }
    return part instanceof LastHttpContent ? whole() : Optional.empty();
  }

  private Optional<RtspReply> whole() {
    HttpResponse done = head;
    head = null;
    if (done == null || done.status().code() < 200) {
      return Optional.empty();
    }
    Map<String, List<String>> headers = new HashMap<>();
    for (Map.Entry<String, String> header : done.headers()) {
      headers
          .computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue());
    }
    return Optional.of(
        new RtspReply(done.status().code(), headers, body.toString(StandardCharsets.UTF_8)));
  }

  private static ProbeEnd malformed(Throwable cause) {
    return new ProbeEnd(
        new NotRtsp(
            cause instanceof TooLongFrameException
                ? "its answer's head is longer than 16 KiB"
                : "its answer is malformed RTSP"));
  }

  /** Whether anything of a reply has come. */
  boolean hasBegun() {
    return sniffer.hasBegun();
  }

  @Override
  public void close() {
    channel.finishAndReleaseAll();
  }
}
