package org.haetae.casework.delivery.cap;

import java.util.regex.Pattern;

/**
 * Who sends, as CAP has it.
 *
 * @param sender names this site for ever, for example {@code haetae@station.example}; without
 *     spaces, commas, {@code <} and {@code &}, which CAP 1.2 (section 3.2.1) forbids
 * @param senderName for people
 * @param restriction who may read it, for people; CAP demands it where the scope is Restricted
 */
public record CapSource(String sender, String senderName, String restriction) {
  private static final Pattern SENDER = Pattern.compile("[^\\s\\p{Cntrl},<&]+");

  public CapSource {
    if (!SENDER.matcher(sender).matches()) {
      throw new IllegalArgumentException(
          "a CAP sender may have neither spaces nor commas nor < nor &, and may not be empty: take"
              + " for example haetae@station.example");
    }
    if (senderName.isBlank() || restriction.isBlank()) {
      throw new IllegalArgumentException(
          "CAP needs the sender's name and who may read its alerts: say both in words");
    }
  }
}
