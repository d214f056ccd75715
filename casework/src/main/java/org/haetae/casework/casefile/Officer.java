package org.haetae.casework.casefile;

import java.time.Instant;
import org.haetae.domain.id.UserId;

/** Who is in charge, and since when. */
public record Officer(UserId user, Instant since) {}
