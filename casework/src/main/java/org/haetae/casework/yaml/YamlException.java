package org.haetae.casework.yaml;

/** A data file can't be read; the message says where and why. */
public final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public YamlException(String why) {
    super(why);
  }
}
