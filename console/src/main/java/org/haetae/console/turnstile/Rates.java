package org.haetae.console.turnstile;

/**
 * The rates of a console.
 *
 * @param entry tries to come in, of one address: a password that is tried costs 19 MiB and a tenth
 *     of a second
 * @param stranger whatever else who isn't signed in asks for, of one address
 * @param person pages and pictures, of one session
 * @param machine calls of the API, of one token
 */
public record Rates(Rate entry, Rate stranger, Rate person, Rate machine) {

  /**
   * A shift of thirty behind one address may come in at once. A wall asks every 2 s for what is new
   * and every 150 ms for each picture: 12 open walls of 6 tiles stay below what one person may.
   */
  public static Rates standard() {
    return new Rates(new Rate(30, 0.5), new Rate(200, 20), new Rate(2000, 500), new Rate(100, 20));
  }

  /** The same for all. */
  public static Rates all(Rate rate) {
    return new Rates(rate, rate, rate, rate);
  }
}
