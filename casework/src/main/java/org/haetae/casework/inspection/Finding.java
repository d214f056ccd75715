package org.haetae.casework.inspection;

import java.time.Instant;
import org.haetae.domain.id.UserId;

/**
 * Something that must be mended.
 *
 * @param number among the findings of the case, from 1
 * @param owner who answers for it
 */
public record Finding(
    int number, Check check, String what, UserId owner, Instant found, Instant due) {}
