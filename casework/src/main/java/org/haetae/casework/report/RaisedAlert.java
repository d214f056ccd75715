package org.haetae.casework.report;

import java.util.Optional;
import org.haetae.casework.delivery.Notice;
import org.haetae.domain.alert.Evidence;

/**
 * An alert as it was told when it was raised.
 *
 * @param evidence why; empty for alerts from before reasons were kept
 */
public record RaisedAlert(Notice.Threat told, Optional<Evidence> evidence) {}
