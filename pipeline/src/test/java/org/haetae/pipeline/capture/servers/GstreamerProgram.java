package org.haetae.pipeline.capture.servers;

/**
 * GStreamer's RTSP server (libgstrtspserver): each client gets the clip from its beginning. In JPEG
 * it sends a test picture.
 */
final class GstreamerProgram {
  private static final long G_TYPE_BOOLEAN = 5 << 2;
  private static final long G_TYPE_STRING = 16 << 2;
  private static final int GST_RTSP_AUTH_BASIC = 1;
  private static final int GST_RTSP_AUTH_DIGEST = 2;

  private final CLibrary library;
  private final Order order;

  private GstreamerProgram(CLibrary library, Order order) {
    this.library = library;
    this.order = order;
  }

  static void main(String[] arguments) {
    Order.endWithParent();
    CLibrary library =
        CLibrary.load("libgstrtspserver-1.0.so.0")
            .orElseThrow(() -> Order.absent("GStreamer's RTSP server (libgstrtspserver-1.0-0)"));
    new GstreamerProgram(library, Order.of(arguments)).run();
  }

  private void run() {
    library.call("gst_init", 0L, 0L);
    needs("videotestsrc", "gstreamer1.0-plugins-base");
    needs("rtp" + order.codec() + "pay", "gstreamer1.0-plugins-good");
    if (!order.codec().equals("jpeg")) {
      needs(order.codec() + "parse", "gstreamer1.0-plugins-bad");
    }
    long server = library.call("gst_rtsp_server_new");
    library.call("gst_rtsp_server_set_address", server, "127.0.0.1");
    library.call("gst_rtsp_server_set_service", server, Integer.toString(order.port()));
    long factory = library.call("gst_rtsp_media_factory_new");
    library.call("gst_rtsp_media_factory_set_launch", factory, pipeline());
    if (order.guarded()) {
      guard(server, factory);
    }
    long mounts = library.call("gst_rtsp_server_get_mount_points", server);
    library.call("gst_rtsp_mount_points_add_factory", mounts, Order.PATH, factory);
    if ((int) library.call("gst_rtsp_server_attach", server, 0L) == 0) {
      throw new IllegalStateException("the port is taken");
    }
    library.call("g_main_loop_run", library.call("g_main_loop_new", 0L, 0));
  }

  private void needs(String element, String debianPackage) {
    if (library.call("gst_element_factory_find", element) == 0) {
      throw Order.absent("GStreamer's %s (%s)".formatted(element, debianPackage));
    }
  }

  private String pipeline() {
    if (order.codec().equals("jpeg")) {
      return "( videotestsrc is-live=true"
          + " ! video/x-raw,format=I420,width=1280,height=720,framerate=15/1"
          + " ! jpegenc ! rtpjpegpay name=pay0 )";
    }
    return "( filesrc location=\"%1$s\" ! qtdemux ! %2$sparse ! rtp%2$spay name=pay0 )"
        .formatted(order.clip(), order.codec());
  }

  private void guard(long server, long factory) {
    long auth = library.call("gst_rtsp_auth_new");
    long token =
        library.callVariadic(
            "gst_rtsp_token_new", 1, "media.factory.role", G_TYPE_STRING, Order.USER, 0L);
    if (order.scheme().equals("digest")) {
      library.call("gst_rtsp_auth_set_supported_methods", auth, GST_RTSP_AUTH_DIGEST);
      library.call("gst_rtsp_auth_add_digest", auth, Order.USER, Order.PASSWORD, token);
    } else {
      library.call("gst_rtsp_auth_set_supported_methods", auth, GST_RTSP_AUTH_BASIC);
      long basic = library.call("gst_rtsp_auth_make_basic", Order.USER, Order.PASSWORD);
      library.call("gst_rtsp_auth_add_basic", auth, basic, token);
    }
    library.call("gst_rtsp_server_set_auth", server, auth);
    library.callVariadic(
        "gst_rtsp_media_factory_add_role",
        3,
        factory,
        Order.USER,
        "media.factory.access",
        G_TYPE_BOOLEAN,
        1,
        "media.factory.construct",
        G_TYPE_BOOLEAN,
        1,
        0L);
  }
}
