package org.haetae.casework.store;

import java.time.Instant;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * A person's word that photographs show the respondent of an order.
 *
 * @param source which photographs
 */
public record Approval(OrderId order, String source, UserId by, Instant at) {}
