package org.haetae.casework.store;

import org.haetae.casework.delivery.Notice;

/** What a notice's row is called; a name never changes once a row has it. */
enum NoticeKind {
  THREAT(Notice.Threat.class),
  SOS(Notice.Sos.class),
  TECHNICAL(Notice.Technical.class),
  CANARY(Notice.Canary.class);

  private final Class<? extends Notice> type;

  NoticeKind(Class<? extends Notice> type) {
    this.type = type;
  }

  Notice read(String detail) {
    return Json.read(detail, type);
  }

  static NoticeKind of(Notice notice) {
    return switch (notice) {
      case Notice.Threat _ -> THREAT;
      case Notice.Sos _ -> SOS;
      case Notice.Technical _ -> TECHNICAL;
      case Notice.Canary _ -> CANARY;
    };
  }
}
