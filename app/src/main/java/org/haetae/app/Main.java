package org.haetae.app;

import org.haetae.app.command.HaetaeCommand;
import org.haetae.app.terminal.EndSignals;

/** Starts a command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    EndSignals.endAtOnce();
    System.exit(HaetaeCommand.run(arguments));
  }
}
