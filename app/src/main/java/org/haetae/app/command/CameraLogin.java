package org.haetae.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.CredentialsSource;
import org.haetae.pipeline.capture.address.CredentialsSource.PasswordFile;
import org.haetae.pipeline.capture.address.CredentialsSource.PasswordVariable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command is told who may see a camera; no password on the command line. */
final class CameraLogin {
  @Option(names = "--user", paramLabel = "NAME", description = "The camera's user.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose only line is the password; chmod 600 it.")
  private @Nullable Path file;

  @Option(
      names = "--password-env",
      paramLabel = "VARIABLE",
      description = "An environment variable that holds the password.")
  private @Nullable String variable;

  /** Empty when no option was given; a warning goes to standard error. */
  Optional<Credentials> read() {
    return source().map(CameraLogin::load);
  }

  private Optional<CredentialsSource> source() {
    String name = user;
    Path path = file;
    String environment = variable;
    if (name == null && path == null && environment == null) {
      return Optional.empty();
    }
    if (name != null && path != null && environment == null) {
      return Optional.of(new PasswordFile(name, path));
    }
    if (name != null && path == null && environment != null) {
      return Optional.of(new PasswordVariable(name, environment));
    }
    throw new Problem(
        ExitCode.USAGE, "give --user together with either --password-file or --password-env");
  }

  private static Credentials load(CredentialsSource source) {
    try {
      CredentialsSource.Loaded loaded = source.load(System.getenv());
      loaded.warning().ifPresent(warning -> System.err.println("haetae: note that " + warning));
      return loaded.credentials();
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
