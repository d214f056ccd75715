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
  STORE_FAILING("store-failing", "The store refuses what must be kept");

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
