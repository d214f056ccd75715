package org.haetae.domain.measure;

import java.time.Instant;

/**
 * What a measurement with the same network and the same target has found.
 *
 * @param measured when
 * @param falselyIdentified share of strangers' tracks that were taken for somebody (FPIR, ISO/IEC
 *     19795-1)
 * @param gallerySize identities that each of these tracks was compared with
 */
public record MeasuredError(Instant measured, ObservedShare falselyIdentified, int gallerySize) {}
