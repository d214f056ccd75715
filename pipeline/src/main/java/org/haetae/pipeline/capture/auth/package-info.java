/**
 * Answers a camera's question for a password: Basic (RFC 7617) and Digest (RFC 7616), for RTSP and
 * for HTTP. No connection is opened here, and an answer's text is for the wire alone.
 */
@NullMarked
package org.haetae.pipeline.capture.auth;

import org.jspecify.annotations.NullMarked;
