package org.haetae.app.soak;

import org.haetae.sim.camera.Credentials;

/**
 * How one camera is entered.
 *
 * @param inFile whether the product reads the password from a file; else from its environment
 */
record Login(Credentials credentials, boolean inFile) {

  /** The environment's variable that holds the password of {@code camera}. */
  static String variable(String camera) {
    return "SOAK_PASSWORD_OF_" + camera.replace('-', '_');
  }
}
