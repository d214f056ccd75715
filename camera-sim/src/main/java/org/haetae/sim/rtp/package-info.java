/**
 * RTP and RTCP as bytes: packets of H.264 (RFC 6184) and H.265 (RFC 7798), and sender reports (RFC
 * 3550). Pure; knows neither sockets nor clocks.
 */
@NullMarked
package org.haetae.sim.rtp;

import org.jspecify.annotations.NullMarked;
