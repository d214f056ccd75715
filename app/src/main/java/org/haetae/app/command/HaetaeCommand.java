package org.haetae.app.command;

import java.io.IOException;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.models.network.NetworkException;
import org.haetae.models.weights.WeightsException;
import org.haetae.pipeline.capture.CaptureException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The root of all commands: what they share in options, help, exit codes and errors. */
@Command(
    name = "haetae",
    mixinStandardHelpOptions = true,
    version = "haetae 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Watches the cameras around protected people and tells a human when the person who was"
          + " ordered to stay away walks up.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  haetae demo                               simulated cameras, pipeline and live page",
      "  haetae scan VIDEO --watchlist DIR         search recordings for the people in DIR",
      "  haetae check --config config/demo.yaml    find every mistake in a site's file",
      "",
      "Exit codes: 0 done, 1 the job found a failure, 2 usage or configuration, 3 a needed part is"
          + " unavailable."
    },
    subcommands = {
      DemoCommand.class,
      DrillCommand.class,
      RunCommand.class,
      UsersCommand.class,
      KeysCommand.class,
      CoverCommand.class,
      ImportCommand.class,
      StatisticsCommand.class,
      AuditCommand.class,
      RetentionCommand.class,
      SubjectCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CheckCommand.class,
      ScanCommand.class,
      FacesCommand.class,
      EnrolCommand.class,
      CamerasCommand.class,
      EvaluateCommand.class,
      CapacityCommand.class,
      SimCommand.class
    })
public final class HaetaeCommand implements Runnable {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error and what the libraries log.")
  private boolean verbose;

  /** Runs a command line and returns the process's exit code. */
  public static int run(String... arguments) {
    HaetaeCommand root = new HaetaeCommand();
    CommandLine line = new CommandLine(root);
    line.setExecutionExceptionHandler((problem, command, result) -> root.report(problem, command));
    line.setParameterExceptionHandler(
        (problem, args) -> {
          CommandLine command = problem.getCommandLine();
          command.getErr().println("haetae: " + problem.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
          command
              .getErr()
              .println(
                  "Try 'haetae help' or '"
                      + command.getCommandSpec().qualifiedName()
                      + " --help'.");
          return ExitCode.USAGE.value();
        });
    line.setExecutionStrategy(
        (ParseResult parsed) -> {
          Logging.configure(root.verbose);
          return new CommandLine.RunLast().execute(parsed);
        });
    line.addSubcommand("help", new CommandLine.HelpCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    return line.execute(arguments);
  }

  private int report(Exception problem, CommandLine command) {
    ExitCode code =
        switch (problem) {
          case Problem known -> known.code();
          case WeightsException _, NetworkException _, IOException _ -> ExitCode.UNAVAILABLE;
          default -> ExitCode.FAILURE_FOUND;
        };
    command.getErr().println("haetae: " + sentence(problem));
    if (verbose) {
      problem.printStackTrace(command.getErr());
    }
    return code.value();
  }

  private static String sentence(Exception problem) {
    return switch (problem) {
      case Problem _, WeightsException _, NetworkException _, CaptureException _ ->
          String.valueOf(problem.getMessage());
      case IOException e ->
          "a file can't be read or written (%s): check the path, the rights and the free space"
              .formatted(e.getMessage());
      default ->
          "something unforeseen went wrong (%s); run it again with --verbose to see where"
              .formatted(problem);
    };
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
