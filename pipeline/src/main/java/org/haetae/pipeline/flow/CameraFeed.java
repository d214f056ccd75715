package org.haetae.pipeline.flow;

import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.FrameSourceOpener;

/** A camera and where its frames come from. */
public record CameraFeed(CameraId camera, FrameSourceOpener opener, Playback playback) {}
