package org.haetae.benchmarks.fairness;

import java.util.List;

/**
 * An invented person of the panel.
 *
 * @param name the folder's
 * @param traits skin, sex and age group, in this order
 */
record PanelPerson(String name, List<String> traits) {
  static final List<String> TRAITS = List.of("skin", "sex", "age");

  /** Reads {@code african-female-old-3}. */
  static PanelPerson of(String folder) {
    String[] parts = folder.split("-", -1);
    if (parts.length != TRAITS.size() + 1) {
      throw new IllegalArgumentException(
          "the folder %s isn't named skin-sex-age-number".formatted(folder));
    }
    return new PanelPerson(folder, List.of(parts[0], parts[1], parts[2]));
  }
}
