package org.haetae.casework.inspection;

/** What somebody looks at on the spot. */
public enum Check {
  CAMERA_VIEW,
  LOCK,
  WATCH_WORN,
  EXCLUSION_SIGN,
  CONTACT_LIST
}
