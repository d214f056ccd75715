package org.haetae.app.supply;

import java.util.Set;

/**
 * A library within the product, as its bill of materials names it.
 *
 * @param name group and artifact, joined by a colon
 * @param classifier the platform of a native library, else empty
 * @param sha256 of the jar, in hexadecimal
 * @param licences as its own description calls them
 */
record Part(String name, String classifier, String version, String sha256, Set<String> licences) {
  Part {
    licences = Set.copyOf(licences);
  }

  String coordinates() {
    return classifier.isEmpty() ? name + ":" + version : name + ":" + classifier + ":" + version;
  }

  /** A line of the lock. */
  String line() {
    return coordinates() + " " + sha256;
  }
}
