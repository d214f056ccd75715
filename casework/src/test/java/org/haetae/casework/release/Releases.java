package org.haetae.casework.release;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.haetae.casework.Deeds;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.RespondentId;

/** Release notices for tests. Stateless. */
public final class Releases {
  public static final CaseId CASE = new CaseId("case-1");
  public static final RespondentId RESPONDENT = new RespondentId("respondent-1");
  public static final NoticePin PIN =
      new NoticePin("a secret of the tests".getBytes(StandardCharsets.UTF_8));

  private Releases() {}

  /** The plan's times. */
  public static NoticeRule rule(ZoneId zone) {
    return new NoticeRule(
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofDays(1),
        3,
        Period.ofDays(90),
        zone);
  }

  public static CustodyEvent event(String key, Instant effective) {
    return new CustodyEvent(key, RESPONDENT, CustodyKind.RELEASED, effective);
  }

  /** Six digits that are not {@code code}. */
  public static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  static Attempted attempt(int number, Recipient to, Outcome outcome, Instant at) {
    return new Attempted(
        at, Deeds.officer(at).by(), number, to, Optional.of("own-phone"), outcome, "rang");
  }
}
