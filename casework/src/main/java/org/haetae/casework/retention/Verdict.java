package org.haetae.casework.retention;

import java.time.Instant;

/** What is to become of something that is kept. */
public sealed interface Verdict {
  /** Its time doesn't run yet. */
  record InUse() implements Verdict {}

  /** Somebody has decided that it stays, whatever the clock says. */
  record Held() implements Verdict {}

  /** It stays until then. */
  record Later(Instant due) implements Verdict {}

  /** It has to go, since then. */
  record Due(Instant since) implements Verdict {}
}
