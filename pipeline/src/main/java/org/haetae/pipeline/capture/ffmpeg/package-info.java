/**
 * The adapter to FFmpeg through JavaCV: demuxing, decoding, resampling. The only place of this
 * module where its types may be named.
 */
@NullMarked
package org.haetae.pipeline.capture.ffmpeg;

import org.jspecify.annotations.NullMarked;
