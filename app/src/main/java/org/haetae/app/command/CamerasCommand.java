package org.haetae.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Helps to find cameras and their streams before a site's file is written. */
@Command(
    name = "cameras",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {"Finds cameras on the network and tells which streams they offer (ONVIF).", ""},
    footer = {
      "",
      "Begin with:",
      "  haetae cameras discover",
      "  haetae cameras streams http://192.0.2.7 --user viewer --password-file door.password"
    },
    subcommands = {DiscoverCommand.class, StreamsCommand.class})
final class CamerasCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
