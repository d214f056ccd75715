package org.haetae.pipeline.sighting;

/**
 * What an analysis has done so far.
 *
 * @param analysed frames that the detector looked at
 * @param faces detections in them
 * @param tracks tracks begun
 * @param sightings tracks matched
 */
public record AnalysisCounts(long analysed, long faces, long tracks, long sightings) {}
