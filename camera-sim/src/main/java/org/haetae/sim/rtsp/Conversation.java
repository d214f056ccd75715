package org.haetae.sim.rtsp;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import io.netty.handler.codec.rtsp.RtspResponseStatuses;
import io.netty.handler.codec.rtsp.RtspVersions;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.camera.ActiveFaults;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.SimulatedCamera;
import org.haetae.sim.sdp.SessionDescription;

/** Answers one connection's requests, in the order in which they come. */
final class Conversation extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final SimulatedCamera camera;
  private final Sessions sessions;
  private final UdpPorts ports;
  private final Gatekeeper gate;
  private boolean heard;

  Conversation(SimulatedCamera camera, Sessions sessions, UdpPorts ports, Gatekeeper gate) {
    this.camera = camera;
    this.sessions = sessions;
    this.ports = ports;
    this.gate = gate;
  }

  private ActiveFaults faults() {
    return camera.board().active();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    ActiveFaults faults = faults();
    if (faults.has(Fault.HalfOpen.class)) {
      return;
    }
    heard = true;
    sessions.sign(ctx.channel());
    if (faults.has(Fault.Html.class)) {
      var _ =
          raw(ctx)
              .writeAndFlush(Unpooled.copiedBuffer(Answers.html(), StandardCharsets.US_ASCII))
              .addListener(ChannelFutureListener.CLOSE);
    } else if (request.decoderResult().isFailure()
        || !request.headers().contains(RtspHeaderNames.CSEQ)) {
      refuse(ctx, request, RtspResponseStatuses.BAD_REQUEST);
    } else if (!request.protocolVersion().equals(RtspVersions.RTSP_1_0)) {
      refuse(ctx, request, RtspResponseStatuses.RTSP_VERSION_NOT_SUPPORTED);
    } else {
      answer(ctx, request, faults);
    }
  }

  private void answer(ChannelHandlerContext ctx, FullHttpRequest request, ActiveFaults faults) {
    String method = request.method().name();
    if (method.equals("OPTIONS")) {
      send(ctx, Answers.options(request));
      return;
    }
    Optional<String> authorization =
        Optional.ofNullable(request.headers().get(RtspHeaderNames.AUTHORIZATION));
    if (faults.has(Fault.WrongPassword.class)
        || !gate.admits(method, request.uri(), authorization)) {
      send(ctx, Answers.unauthorized(request, gate.challenge()));
      return;
    }
    Optional<StreamAddress> address = StreamAddress.read(camera.script(), request.uri());
    if (address.isEmpty()) {
      send(ctx, Answers.of(request, RtspResponseStatuses.NOT_FOUND));
      return;
    }
    switch (method) {
      case "DESCRIBE" -> describe(ctx, request, address.get(), faults);
      case "SETUP" -> setup(ctx, request, address.get());
      case "PLAY", "PAUSE", "TEARDOWN" -> inSession(ctx, request, method);
      case "GET_PARAMETER" -> keepAlive(ctx, request);
      case "ANNOUNCE", "RECORD", "SET_PARAMETER", "REDIRECT" ->
          send(ctx, Answers.notAllowed(request));
      default -> send(ctx, Answers.of(request, RtspResponseStatuses.NOT_IMPLEMENTED));
    }
  }

  private void describe(
      ChannelHandlerContext ctx,
      FullHttpRequest request,
      StreamAddress address,
      ActiveFaults faults) {
    Optional<Fault.Redirect> redirect = faults.find(Fault.Redirect.class);
    String accept = request.headers().get(RtspHeaderNames.ACCEPT, "application/sdp");
    if (redirect.isPresent()) {
      send(ctx, Answers.redirect(request, redirect.get().location().orElse(request.uri())));
    } else if (!accept.contains("application/sdp") && !accept.contains("*/*")) {
      send(ctx, Answers.of(request, RtspResponseStatuses.NOT_ACCEPTABLE));
    } else {
      SessionDescription description =
          new SessionDescription(
              camera.script().name(),
              camera.programme(address.stream()).orElseThrow().clip().clip());
      send(
          ctx,
          Answers.description(
              request, request.uri().replaceAll("/+$", ""), text(description, faults)));
    }
  }

  private static String text(SessionDescription description, ActiveFaults faults) {
    if (faults.has(Fault.MalformedSdp.class)) {
      return description.malformed();
    }
    return faults
        .find(Fault.HugeSdp.class)
        .map(huge -> description.huge(huge.lines()))
        .orElseGet(description::text);
  }

  private void setup(ChannelHandlerContext ctx, FullHttpRequest request, StreamAddress address) {
    Optional<Session> old = session(request);
    boolean named = request.headers().contains(RtspHeaderNames.SESSION);
    Optional<Outlet> outlet =
        TransportRequest.read(request.headers().get(RtspHeaderNames.TRANSPORT, ""))
            .map(wanted -> outlet(ctx, wanted));
    if (named && old.isEmpty()) {
      send(ctx, Answers.of(request, RtspResponseStatuses.SESSION_NOT_FOUND));
    } else if (old.isPresent() && old.get().playing()) {
      send(ctx, Answers.of(request, RtspResponseStatuses.METHOD_NOT_VALID));
    } else if (sessions.full()) {
      send(ctx, Answers.of(request, RtspResponseStatuses.NOT_ENOUGH_BANDWIDTH));
    } else if (outlet.isEmpty()) {
      send(ctx, Answers.of(request, RtspResponseStatuses.UNSUPPORTED_TRANSPORT));
    } else {
      old.ifPresent(sessions::end);
      Session session = sessions.begin(address.stream(), ctx.channel(), outlet.get());
      FullHttpResponse response = inSession(request, session);
      response
          .headers()
          .set(RtspHeaderNames.TRANSPORT, outlet.get().header(session.sender().ssrc()));
      send(ctx, response);
    }
  }

  private Outlet outlet(ChannelHandlerContext ctx, TransportRequest wanted) {
    return switch (wanted) {
      case TransportRequest.Tcp tcp -> new TcpOutlet(raw(ctx), tcp.channel());
      case TransportRequest.Udp udp -> {
        // Never to another host than the one that asks, whatever "destination" says.
        InetSocketAddress client = (InetSocketAddress) ctx.channel().remoteAddress();
        yield new UdpOutlet(
            ports,
            new InetSocketAddress(client.getAddress(), udp.mediaPort()),
            new InetSocketAddress(client.getAddress(), udp.controlPort()),
            camera);
      }
    };
  }

  private static ChannelHandlerContext raw(ChannelHandlerContext ctx) {
    return ctx.pipeline().context(Framer.NAME);
  }

  private Optional<Session> session(FullHttpRequest request) {
    String header = request.headers().get(RtspHeaderNames.SESSION, "");
    Optional<Session> session = sessions.find(header.split(";", 2)[0].strip());
    session.ifPresent(Session::sign);
    return session;
  }

  private FullHttpResponse inSession(FullHttpRequest request, Session session) {
    return Answers.inSession(request, session, Math.max(1, sessions.timeout().toSeconds()));
  }

  private void keepAlive(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (request.headers().contains(RtspHeaderNames.SESSION)) {
      inSession(ctx, request, "GET_PARAMETER");
    } else {
      send(ctx, Answers.of(request, RtspResponseStatuses.OK));
    }
  }

  private void inSession(ChannelHandlerContext ctx, FullHttpRequest request, String method) {
    Optional<Session> found = session(request);
    if (found.isEmpty()) {
      send(ctx, Answers.of(request, RtspResponseStatuses.SESSION_NOT_FOUND));
      return;
    }
    Session session = found.get();
    switch (method) {
      case "PLAY" -> play(ctx, request, session);
      case "PAUSE" -> {
        session.playing(false);
        session.loop().execute(session.sender()::pause);
        send(ctx, inSession(request, session));
      }
      case "TEARDOWN" -> {
        sessions.end(session);
        send(ctx, Answers.of(request, RtspResponseStatuses.OK));
      }
      default -> send(ctx, inSession(request, session));
    }
  }

  private void play(ChannelHandlerContext ctx, FullHttpRequest request, Session session) {
    if (faults().has(Fault.HangAfterSetup.class)) {
      return;
    }
    request.retain();
    session
        .loop()
        .execute(
            () -> {
              FullHttpResponse response = inSession(request, session);
              response.headers().set(RtspHeaderNames.RANGE, "npt=now-");
              if (!session.playing()) {
                String track = request.uri().replaceAll("/+$", "");
                response
                    .headers()
                    .set(
                        RtspHeaderNames.RTP_INFO,
                        "url=%s/%s;%s"
                            .formatted(track, SessionDescription.TRACK, session.sender().begin()));
              }
              request.release();
              send(ctx, response);
              if (!session.playing()) {
                session.playing(true);
                session.sender().play();
              }
              leave(ctx.channel());
            });
  }

  /** Faults that let nobody play for long. */
  private void leave(Channel channel) {
    if (faults().has(Fault.Reset.class)) {
      Connections.reset(channel);
    } else if (faults().has(Fault.Close.class)) {
      var _ = channel.close();
    }
  }

  private static void send(ChannelHandlerContext ctx, FullHttpResponse response) {
    var _ = ctx.writeAndFlush(response);
  }

  private static void refuse(
      ChannelHandlerContext ctx, FullHttpRequest request, HttpResponseStatus status) {
    var _ = ctx.writeAndFlush(Answers.of(request, status)).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    watch(ctx);
    ctx.fireChannelActive();
  }

  /** Closes a connection that asks for nothing and carries nothing. */
  private void watch(ChannelHandlerContext ctx) {
    var _ =
        ctx.executor()
            .schedule(
                () -> {
                  boolean idle = !heard && !sessions.use(ctx.channel());
                  heard = false;
                  if (idle && !faults().has(Fault.HalfOpen.class)) {
                    var _ = ctx.close();
                  } else if (ctx.channel().isActive()) {
                    watch(ctx);
                  }
                },
                sessions.timeout().toNanos(),
                TimeUnit.NANOSECONDS);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == Framer.Event.INTERLEAVED_PACKET) {
      sessions.sign(ctx.channel());
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    sessions.connectionLost(ctx.channel());
    ctx.fireChannelInactive();
  }

  /** What can't be read ends the connection: there is no way to find the next request. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }
}
