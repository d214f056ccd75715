package org.haetae.casework.account;

import java.time.Duration;

/**
 * How long somebody stays signed in (NIST SP 800-63B-4, section 2.2.3, allows a day and an hour
 * without a sign of life for secrets of this strength; a shift is shorter).
 *
 * @param idle without a request, after which a browser's session ends
 * @param longest that a browser's session lasts
 * @param link that a link is good for
 * @param pass that a link without a password is good for
 */
public record SessionRule(Duration idle, Duration longest, Duration link, Duration pass) {

  public static SessionRule standard() {
    return new SessionRule(
        Duration.ofMinutes(60), Duration.ofHours(12), Duration.ofDays(2), Duration.ofHours(12));
  }
}
