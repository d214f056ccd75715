package org.haetae.app.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as 2027-03-31T02:00, by this machine's clock unless it says its offset. */
final class Moments implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "\"%s\" is no time: write it as 2027-03-31T02:00".formatted(text));
    }
  }
}
