package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that rows have; one that changes makes a database unreadable. */
class KindNamesTest {
  private static String names(Enum<?>[] all) {
    return Stream.of(all).map(Enum::name).collect(Collectors.joining(" "));
  }

  @Test
  void neverChange() {
    assertEquals(
        "ALERT_JOINED CALL_JOINED ACKNOWLEDGED DISPATCH_ASKED DISPATCHED ESCALATED RESOLVED"
            + " FOUND_FALSE",
        names(EventKind.values()));
    assertEquals("THREAT SOS TECHNICAL CANARY", names(NoticeKind.values()));
  }
}
