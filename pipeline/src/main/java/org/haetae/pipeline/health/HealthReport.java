package org.haetae.pipeline.health;

import java.time.Instant;
import org.haetae.domain.health.CameraState;

/**
 * A camera's state with its reason.
 *
 * @param reason one plain clause; holds no secret
 * @param since when it began, as far as can be told: when the last packet came, the first dark
 *     picture was taken
 */
public record HealthReport(CameraState state, String reason, Instant since) {}
