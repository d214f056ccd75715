package org.haetae.console.words;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What a page says, in one language. Plain text: templates escape it. Safe for many threads. */
public final class Words {
  /** The first is spoken where nothing else is asked for. */
  static final List<Locale> SPOKEN = List.of(Locale.KOREAN, Locale.ENGLISH);

  static final String BUNDLE = "org.haetae.console.words.words";

  private final Locale locale;
  private final ResourceBundle bundle;
  private final ZoneId zone;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter second;
  private final DateTimeFormatter day;

  private Words(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    this.second = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(zone);
  }

  /**
   * @param asked an Accept-Language header (RFC 9110, 12.5.4); Korean where it names no language
   *     that is spoken here
   * @param zone of all times on the page
   */
  public static Words of(@Nullable String asked, ZoneId zone) {
    return new Words(spoken(asked), zone);
  }

  private static Locale spoken(@Nullable String asked) {
    if (asked != null) {
      try {
        Locale found = Locale.lookup(Locale.LanguageRange.parse(asked), SPOKEN);
        if (found != null) {
          return found;
        }
      } catch (IllegalArgumentException malformed) {
        // A header that nobody can read asks for nothing.
      }
    }
    return SPOKEN.getFirst();
  }

  public String language() {
    return locale.getLanguage();
  }

  /** Whether Korean is spoken; data carries both languages itself. */
  public boolean korean() {
    return locale.equals(Locale.KOREAN);
  }

  /** The sentence of a key, with what belongs into it. */
  public String text(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  /** A constant in words. */
  public String of(Enum<?> constant) {
    return bundle.getString(key(constant));
  }

  static String key(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }

  /** To the minute. */
  public String at(Instant instant) {
    return minute.format(instant);
  }

  /** To the second, which is what matters while something happens. */
  public String second(Instant instant) {
    return second.format(instant);
  }

  public String day(Instant instant) {
    return day.format(instant);
  }

  public ZoneId zone() {
    return zone;
  }

  /** How long it is between two instants, in the two largest units. */
  public String between(Instant from, Instant to) {
    return span(Duration.between(from, to));
  }

  /** A length of time in its two largest units down to minutes; nothing is shorter than none. */
  public String span(Duration length) {
    Duration span = length.isNegative() ? Duration.ZERO : length;
    if (span.toDays() > 0) {
      return text("span.days", span.toDays(), span.toHoursPart());
    }
    return span.toHours() > 0
        ? text("span.hours", span.toHours(), span.toMinutesPart())
        : text("span.minutes", span.toMinutes());
  }
}
