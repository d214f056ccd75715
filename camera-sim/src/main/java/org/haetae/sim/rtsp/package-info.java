/**
 * The cameras' network side: an RTSP 1.0 server (RFC 2326) on Netty that paces RTP over interleaved
 * TCP and over UDP. The only place of this room that knows Netty.
 */
@NullMarked
package org.haetae.sim.rtsp;

import org.jspecify.annotations.NullMarked;
