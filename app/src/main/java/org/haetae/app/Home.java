package org.haetae.app;

import java.nio.file.Path;

/** Where the product's own files lie: the property {@code haetae.home}, else the working folder. */
public final class Home {
  private Home() {}

  public static Path folder() {
    return Path.of(System.getProperty("haetae.home", ".")).toAbsolutePath().normalize();
  }

  public static Path weights() {
    return folder().resolve("models").resolve("weights");
  }
}
