package org.haetae.pipeline.capture.rtsp;

import java.util.List;

/**
 * What a camera says it streams.
 *
 * @param video its video in the order of the description, at least one
 */
public record SessionDescription(List<VideoMedia> video) {
  public SessionDescription {
    video = List.copyOf(video);
  }
}
