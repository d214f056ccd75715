package org.haetae.pipeline.capture.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a server is to serve, as the arguments of its program.
 *
 * @param port of the loopback interface
 * @param clip absolute path of an MP4 file
 * @param codec {@code h264}, {@code h265} or, from GStreamer, {@code jpeg}
 * @param scheme {@code none}, {@code basic} or {@code digest}
 */
public record Order(int port, String clip, String codec, String scheme) {
  /** Of {@link #USER}. */
  public static final String PASSWORD = "sesame";

  /** Who may see the stream where the scheme isn't {@code none}. */
  public static final String USER = "viewer";

  /** The stream's path on each server. */
  public static final String PATH = "/door";

  List<String> arguments() {
    return List.of(Integer.toString(port), clip, codec, scheme);
  }

  static Order of(String... arguments) {
    return new Order(Integer.parseInt(arguments[0]), arguments[1], arguments[2], arguments[3]);
  }

  boolean guarded() {
    return !scheme.equals("none");
  }

  /** Ends this program when whoever started it is gone: its standard input ends then. */
  static void endWithParent() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                Runtime.getRuntime().halt(0);
              }
            });
  }

  /** Says what this machine lacks, and ends. */
  static IllegalStateException absent(String what) {
    System.out.println(OtherServer.ABSENT + what);
    System.exit(3);
    return new IllegalStateException(what);
  }
}
