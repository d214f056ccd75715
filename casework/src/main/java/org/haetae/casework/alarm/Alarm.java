package org.haetae.casework.alarm;

import java.util.List;

/**
 * One alarm as it is to be told.
 *
 * @param parts the parts that are affected, in order; of an alarm that is over, those told last
 * @param over whether nothing is wrong any more
 */
public record Alarm(AlarmCode code, List<String> parts, boolean over) {
  public Alarm {
    parts = List.copyOf(parts);
  }
}
