package org.haetae.pipeline.capture;

/**
 * What a stream says of itself.
 *
 * @param width pixels, as a viewer sees it, after rotation
 * @param height pixels, after rotation
 * @param frames how many it says it has, 0 where unknown
 * @param seconds how long it says it is, 0 where unknown
 * @param codec the codec's short name
 */
public record VideoInfo(int width, int height, long frames, double seconds, String codec) {}
