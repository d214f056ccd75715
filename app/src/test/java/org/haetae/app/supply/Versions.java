package org.haetae.app.supply;

import java.util.Comparator;

/**
 * Orders versions number by number, as far as numbers go: 4.1.9.Final is before 4.1.100.Final, 1.78
 * is 1.78.0. Words are passed over, which suits released versions.
 */
final class Versions {
  static final Comparator<String> ORDER = Versions::compare;

  private Versions() {}

  private static int compare(String one, String other) {
    String[] ones = numbers(one);
    String[] others = numbers(other);
    for (int i = 0; i < Math.max(ones.length, others.length); i++) {
      int order = Long.compare(number(ones, i), number(others, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String[] numbers(String version) {
    return version.replaceAll("[^0-9.].*", "").split("\\.", -1);
  }

  private static long number(String[] numbers, int i) {
    return i < numbers.length && !numbers[i].isEmpty() ? Long.parseLong(numbers[i]) : 0;
  }
}
