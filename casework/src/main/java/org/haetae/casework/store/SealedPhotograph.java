package org.haetae.casework.store;

import java.time.Instant;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;

/**
 * What is known of a photograph without opening it.
 *
 * @param name made once; facts name the photograph by it
 * @param key the name of the key that opens it
 */
public record SealedPhotograph(
    String name, CaseId file, String key, UserId takenBy, Instant takenAt) {}
