/**
 * RTSP servers that other people wrote, to see that our source plays more than our simulator. Each
 * is a small Java program of its own that calls the C library which Debian ships, so that it needs
 * neither a compiler nor a script and can be killed. Where a library is absent the program says so.
 */
@NullMarked
package org.haetae.pipeline.capture.servers;

import org.jspecify.annotations.NullMarked;
