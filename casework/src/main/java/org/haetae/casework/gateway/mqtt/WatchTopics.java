package org.haetae.casework.gateway.mqtt;

import java.util.Optional;
import org.haetae.domain.id.SafeName;
import org.haetae.domain.id.WatchSerial;

/**
 * Where watches speak: {@code PREFIX/SERIAL/signals}.
 *
 * @param prefix for example {@code watches/north-station}
 */
public record WatchTopics(String prefix) {
  private static final String END = "/signals";

  public WatchTopics {
    if (!prefix.matches("[^\\p{Cntrl}+#$/][^\\p{Cntrl}+#]{0,199}") || prefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "the topic of watches has 1 to 200 characters, no + and no #, no $ in front and no slash"
              + " at either end: for example watches/north-station");
    }
  }

  /** What is subscribed to. */
  String filter() {
    return prefix + "/+" + END;
  }

  /** Whose topic it is; empty where a watch can't have such a name. */
  Optional<WatchSerial> watch(String topic) {
    if (!topic.startsWith(prefix + "/") || !topic.endsWith(END)) {
      return Optional.empty();
    }
    int end = topic.length() - END.length();
    int begin = Math.min(prefix.length() + 1, end);
    String name = topic.substring(begin, end);
    return SafeName.isSafe(name) ? Optional.of(new WatchSerial(name)) : Optional.empty();
  }
}
