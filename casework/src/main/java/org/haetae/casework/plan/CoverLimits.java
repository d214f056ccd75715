package org.haetae.casework.plan;

import java.time.Duration;

/**
 * From when on something counts as missing.
 *
 * @param orderEnding before an order's end
 * @param orderEndingSoon before an order's end, when it becomes pressing
 * @param officer from a case's opening until an officer is in charge
 * @param assessment from a case's opening until its first assessment
 * @param issue from a request until the watch is handed over, before it becomes pressing
 * @param told from a step until whoever asked was told
 * @param exception the longest that an exception of an order may last at one time
 * @param renewal before a watch must be renewed
 * @param poorFace quality of the best face below which it is poor, 0 to 1
 * @param pulse without a sign of life of the site's process
 */
public record CoverLimits(
    Duration orderEnding,
    Duration orderEndingSoon,
    Duration officer,
    Duration assessment,
    Duration issue,
    Duration told,
    Duration exception,
    Duration renewal,
    double poorFace,
    Duration pulse) {}
