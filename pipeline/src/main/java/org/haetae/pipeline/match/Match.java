package org.haetae.pipeline.match;

import org.haetae.domain.id.RespondentId;

/**
 * How near a look is to an identity.
 *
 * @param score cosine, −1 to 1
 */
public record Match(RespondentId respondent, float score) {}
