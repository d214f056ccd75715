package org.haetae.casework.support;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.haetae.domain.order.Offence;

/**
 * A service that there is.
 *
 * @param offences of whose victims it is for
 * @param minors whether it is for people under 18 only
 * @param accept until when the service must answer a referral
 * @param start until when it must begin once accepted
 * @param source where eligibility is written down
 */
public record SupportService(
    String id,
    SupportKind kind,
    String korean,
    String english,
    Set<Offence> offences,
    boolean minors,
    Period accept,
    Period start,
    String source) {
  public SupportService {
    offences = Set.copyOf(offences);
  }

  /** Whether it is for somebody. */
  public boolean isFor(Offence offence, boolean minor) {
    return offences.contains(offence) && (minor || !minors);
  }

  Instant acceptDue(Instant referred, ZoneId zone) {
    return referred.atZone(zone).plus(accept).toInstant();
  }

  Instant startDue(Instant accepted, ZoneId zone) {
    return accepted.atZone(zone).plus(start).toInstant();
  }
}
