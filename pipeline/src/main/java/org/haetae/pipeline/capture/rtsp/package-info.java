/**
 * Asks a camera by RTSP (RFC 2326) what it streams, before FFmpeg is let near it: whether it
 * answers, whether the password is right, where it redirects to and whether its description can be
 * read. Everything that comes from the network has a limit of size and of time. Netty's RTSP codec
 * lives here alone.
 */
@NullMarked
package org.haetae.pipeline.capture.rtsp;

import org.jspecify.annotations.NullMarked;
