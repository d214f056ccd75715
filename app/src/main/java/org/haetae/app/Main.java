package org.haetae.app;

import org.haetae.app.command.HaetaeCommand;

/** Starts a command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(HaetaeCommand.run(arguments));
  }
}
