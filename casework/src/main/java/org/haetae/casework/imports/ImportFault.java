package org.haetae.casework.imports;

/** Something in a file can't be taken in; the message is a sentence without the line. */
public final class ImportFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportFault(String why) {
    super(why);
  }
}
