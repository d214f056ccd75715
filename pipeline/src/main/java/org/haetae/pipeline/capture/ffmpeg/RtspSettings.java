package org.haetae.pipeline.capture.ffmpeg;

import java.time.Duration;

/**
 * Limits of a camera's connection.
 *
 * @param transport how packets travel
 * @param connect for everything from the first byte to the stream's beginning
 * @param read for each packet
 * @param picture for each picture while packets come
 */
public record RtspSettings(Transport transport, Duration connect, Duration read, Duration picture) {

  /** How packets travel (RFC 2326, 12.39). */
  public enum Transport {
    /** Inside the RTSP connection: through firewalls, and nothing gets lost. */
    TCP,
    /** Beside it: a lost packet costs a picture, not a delay. */
    UDP
  }

  /** TCP, 3 s to connect, 4 s for a packet, 8 s for a picture. */
  public static RtspSettings standard() {
    return new RtspSettings(
        Transport.TCP, Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(8));
  }
}
