package org.haetae.casework.store;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;

/**
 * Somebody opened a case that isn't theirs.
 *
 * @param reason empty where the case was erased
 * @param until when it is closed to them again
 * @param seenBy the supervisor who has looked at it
 */
public record EmergencyAccessRow(
    long id,
    UserId user,
    CaseId file,
    Optional<String> reason,
    Instant opened,
    Instant until,
    Optional<UserId> seenBy) {}
