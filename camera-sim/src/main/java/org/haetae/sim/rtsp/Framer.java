package org.haetae.sim.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a client's bytes into whole requests and interleaved packets, which Netty's RTSP decoder
 * doesn't know. An interleaved packet becomes an event.
 */
final class Framer extends ByteToMessageDecoder {
  /** Where it stands in the pipeline: what is written from there goes out as it is. */
  static final String NAME = "framer";

  private static final int MOST_HEAD = 16_384;
  private static final int MOST_BODY = 65_536;
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length[ \\t]*:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");

  /** The client sent RTCP between its requests. */
  enum Event {
    INTERLEAVED_PACKET
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (in.isReadable() && isLineEnd(in.getByte(in.readerIndex()))) {
      in.skipBytes(1);
    }
    if (!in.isReadable()) {
      return;
    }
    if (in.getByte(in.readerIndex()) == '$') {
      packet(ctx, in);
    } else {
      request(in, out);
    }
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n';
  }

  private static void packet(ChannelHandlerContext ctx, ByteBuf in) {
    if (in.readableBytes() < 4) {
      return;
    }
    int length = in.getUnsignedShort(in.readerIndex() + 2);
    if (in.readableBytes() >= 4 + length) {
      in.skipBytes(4 + length);
      ctx.fireUserEventTriggered(Event.INTERLEAVED_PACKET);
    }
  }

  private static void request(ByteBuf in, List<Object> out) {
    int head = headLength(in);
    if (head < 0) {
      if (in.readableBytes() > MOST_HEAD) {
        refuse(in);
      }
      return;
    }
    String text = in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1);
    Matcher matcher = LENGTH.matcher(text);
    int body = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    if (body > MOST_BODY) {
      refuse(in);
    }
    if (in.readableBytes() >= head + body) {
      out.add(in.readRetainedSlice(head + body));
    }
  }

  private static void refuse(ByteBuf in) {
    in.skipBytes(in.readableBytes());
    throw new TooLongFrameException("a request may have %d bytes".formatted(MOST_HEAD));
  }

  /** Bytes up to and with the empty line, or -1 where there is none yet. */
  private static int headLength(ByteBuf in) {
    int begin = in.readerIndex();
    int end = Math.min(in.writerIndex(), begin + MOST_HEAD);
    for (int at = begin; at + 1 < end; at++) {
      if (in.getByte(at) == '\n') {
        int next = in.getByte(at + 1) == '\r' ? at + 2 : at + 1;
        if (next < end && in.getByte(next) == '\n') {
          return next + 1 - begin;
        }
      }
    }
    return -1;
  }
}
