package org.haetae.pipeline.capture.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A server's process; it never outlives its closing. */
public final class RunningServer implements AutoCloseable {
  private final Process process;
  private final Path log;

  RunningServer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Whether it still runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** What this machine lacks for it, once it has ended for that reason. */
  public Optional<String> absent() throws IOException {
    return said()
        .lines()
        .filter(line -> line.startsWith(OtherServer.ABSENT))
        .map(line -> line.substring(OtherServer.ABSENT.length()))
        .findFirst();
  }

  /** Everything that it has said. */
  public String said() throws IOException {
    return Files.readString(log);
  }

  /** Kills it as a power cut would ({@code SIGKILL}); returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
