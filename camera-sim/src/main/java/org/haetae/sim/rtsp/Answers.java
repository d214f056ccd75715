package org.haetae.sim.rtsp;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import io.netty.handler.codec.rtsp.RtspResponseStatuses;
import io.netty.handler.codec.rtsp.RtspVersions;
import java.nio.charset.StandardCharsets;

/** Builds answers: RFC 2326, 7. */
final class Answers {
  private static final String METHODS =
      "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER";

  private Answers() {}

  /** What a client gets whose address is really a web server's. */
  static String html() {
    String page = "<html><head><title>Camera</title></head><body>Please log in.</body></html>";
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(page.length(), page);
  }

  /** An answer without a body; it carries the request's number. */
  static FullHttpResponse of(FullHttpRequest request, HttpResponseStatus status) {
    return of(request.headers().get(RtspHeaderNames.CSEQ, "0"), status, "");
  }

  private static FullHttpResponse of(String sequence, HttpResponseStatus status, String body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            RtspVersions.RTSP_1_0, status, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
    response.headers().set(RtspHeaderNames.CSEQ, sequence);
    response.headers().set(RtspHeaderNames.SERVER, "camera-sim");
    if (!body.isEmpty()) {
      response.headers().set(RtspHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    }
    return response;
  }

  static FullHttpResponse options(FullHttpRequest request) {
    FullHttpResponse response = of(request, RtspResponseStatuses.OK);
    response.headers().set(RtspHeaderNames.PUBLIC, METHODS);
    return response;
  }

  static FullHttpResponse notAllowed(FullHttpRequest request) {
    FullHttpResponse response = of(request, RtspResponseStatuses.METHOD_NOT_ALLOWED);
    response.headers().set(RtspHeaderNames.ALLOW, METHODS);
    return response;
  }

  static FullHttpResponse unauthorized(FullHttpRequest request, String challenge) {
    FullHttpResponse response = of(request, RtspResponseStatuses.UNAUTHORIZED);
    response.headers().set(RtspHeaderNames.WWW_AUTHENTICATE, challenge);
    return response;
  }

  static FullHttpResponse redirect(FullHttpRequest request, String location) {
    FullHttpResponse response = of(request, RtspResponseStatuses.MOVED_TEMPORARILY);
    response.headers().set(HttpHeaderNames.LOCATION, location);
    return response;
  }

  static FullHttpResponse description(FullHttpRequest request, String base, String sdp) {
    FullHttpResponse response =
        of(request.headers().get(RtspHeaderNames.CSEQ, "0"), RtspResponseStatuses.OK, sdp);
    response.headers().set(RtspHeaderNames.CONTENT_TYPE, "application/sdp");
    response.headers().set(RtspHeaderNames.CONTENT_BASE, base + "/");
    return response;
  }

  static FullHttpResponse inSession(FullHttpRequest request, Session session, long seconds) {
    FullHttpResponse response = of(request, RtspResponseStatuses.OK);
    response
        .headers()
        .set(RtspHeaderNames.SESSION, "%s;timeout=%d".formatted(session.id(), seconds));
    return response;
  }
}
