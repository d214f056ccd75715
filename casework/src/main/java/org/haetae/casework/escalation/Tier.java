package org.haetae.casework.escalation;

import java.time.Duration;
import java.util.List;

/**
 * People who are told together.
 *
 * @param name for example {@code operator on duty}
 * @param after how long after the first tier, which has 0
 * @param channels names of the channels that reach them, at least one
 * @param roster when they are there; while nobody is, nobody waits for them
 */
public record Tier(String name, Duration after, List<String> channels, Roster roster) {
  public Tier {
    channels = List.copyOf(channels);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(
          "escalation tier \"%s\" has no channel: name at least one".formatted(name));
    }
  }

  /** One with somebody always there. */
  public Tier(String name, Duration after, List<String> channels) {
    this(name, after, channels, Roster.always());
  }
}
