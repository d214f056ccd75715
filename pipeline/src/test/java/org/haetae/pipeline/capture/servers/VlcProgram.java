package org.haetae.pipeline.capture.servers;

import java.util.ArrayList;
import java.util.List;

/**
 * VLC (libvlc) as an RTSP server: it plays the clip over and over whether somebody listens or not,
 * as a camera does. It knows UDP and Basic only.
 */
final class VlcProgram {
  private VlcProgram() {}

  static void main(String[] arguments) {
    Order.endWithParent();
    Order order = Order.of(arguments);
    CLibrary library =
        CLibrary.load("libvlc.so.5").orElseThrow(() -> Order.absent("VLC (vlc-plugin-base)"));
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--no-audio", "--rtsp-host=127.0.0.1", "--rtsp-port=" + order.port()));
    if (order.guarded()) {
      options.add("--sout-rtsp-user=" + Order.USER);
      options.add("--sout-rtsp-pwd=" + Order.PASSWORD);
    }
    long vlc = library.call("libvlc_new", options.size(), CLibrary.strings(options));
    if (vlc == 0) {
      throw Order.absent("VLC's plugins (vlc-plugin-base)");
    }
    long media = library.call("libvlc_media_new_path", vlc, order.clip());
    library.call("libvlc_media_add_option", media, ":sout=#rtp{sdp=rtsp://" + Order.PATH + "}");
    library.call("libvlc_media_add_option", media, ":input-repeat=65535");
    long player = library.call("libvlc_media_player_new_from_media", media);
    library.call("libvlc_media_player_play", player);
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
