package org.haetae.casework.planning;

import java.time.LocalDate;

/** Whether and when a stock runs out. */
public sealed interface RunOut {

  /** The first day at whose end somebody has asked for a watch that isn't there. */
  record On(LocalDate day) implements RunOut {}

  /** It doesn't, as far as anybody looked. */
  record NotUntil(LocalDate lastDay) implements RunOut {}
}
