package org.haetae.casework.alarm;

/** What can be wrong with a part of the system. Each code is one alarm, whatever it names. */
public enum AlarmCode {
  /** Cameras do not guard their places. */
  CAMERA_BLIND("camera-blind", "Cameras that do not guard their places"),
  /** Channels fail to deliver. */
  CHANNEL_FAILING("channel-failing", "Channels that fail to deliver"),
  /** Notices were given up. */
  NOTICE_UNDELIVERED("notice-undelivered", "Notices that were given up, by channel"),
  /** The store refuses what must be kept; alerts wait in memory. */
  STORE_FAILING("store-failing", "The store refuses what must be kept"),
  /** A tier of the escalation plan has nobody. */
  NOBODY_ON_DUTY("nobody-on-duty", "Tiers that nobody is on duty for"),
  /** A rehearsal did not go the whole way. */
  CANARY_LATE("canary-late", "Rehearsals of an alert that did not arrive"),
  /** Nobody is looked for under an order that is in force. */
  FACE_MISSING("face-missing", "Orders in force under which nobody can be looked for"),
  /** Faces are enrolled, and not looked for before people have approved them. */
  FACE_UNAPPROVED("face-unapproved", "Orders in force whose faces wait for approval"),
  /** One face is enrolled under two names. */
  FACE_TWICE("face-twice", "Orders that seem to name one person by two names"),
  /** Faces can't be forgotten as they must be; it is tried again. */
  VAULT_FAILING("vault-failing", "The vault can't do what an order demands"),
  /** A watch called for help, and nobody knows who has it. */
  WATCH_UNKNOWN("watch-unknown", "Calls for help from watches that nobody is known to have had"),
  /** What watches say does not arrive. */
  WATCH_GATEWAY_FAILING("watch-gateway-failing", "Gateways that bring nothing from watches");

  private final String code;
  private final String words;

  AlarmCode(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** As receivers read it; never changes. */
  public String code() {
    return code;
  }

  /** In an operator's words. */
  public String words() {
    return words;
  }
}
