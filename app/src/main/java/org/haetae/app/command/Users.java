package org.haetae.app.command;

import org.haetae.domain.id.UserId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a user. */
final class Users implements ITypeConverter<UserId> {
  @Override
  public UserId convert(String text) {
    try {
      return new UserId(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
