package org.haetae.casework.watch;

/** Why a request ends without a watch. */
public enum RequestClosing {
  /** Who asked wants none any more. */
  WITHDRAWN,
  /** The officer in charge decided against it; a reason is told. */
  DECLINED,
  /** No station within reach has one; refused while any has. */
  NONE_AVAILABLE
}
