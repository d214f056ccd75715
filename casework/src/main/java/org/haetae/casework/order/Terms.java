package org.haetae.casework.order;

import java.util.Optional;
import java.util.Set;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.Validity;

/**
 * What the law looks at in an order; enough to check one whose other fields can't be read.
 *
 * @param validity empty if it could not be read
 * @param measures those that could be read
 */
record Terms(
    OrderKind kind,
    Offence offence,
    String legalBasis,
    Optional<Validity> validity,
    Set<MeasureKind> measures) {}
