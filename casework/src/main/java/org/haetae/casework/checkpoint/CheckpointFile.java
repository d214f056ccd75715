package org.haetae.casework.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haetae.casework.audit.SignedCheckpoint;

/**
 * Checkpoints, one a line. It is only ever added to, so it may lie where nothing else can be done,
 * such as on another machine's share.
 */
public record CheckpointFile(Path path) {

  /**
   * Adds a line; it is on the disk when this returns.
   *
   * @throws CheckpointException where it can't be written
   */
  void append(SignedCheckpoint signed) {
    ByteBuffer line = ByteBuffer.wrap((signed.line() + "\n").getBytes(StandardCharsets.US_ASCII));
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (line.hasRemaining()) {
        int _ = out.write(line);
      }
      out.force(true);
    } catch (IOException e) {
      throw new CheckpointException(
          "checkpoints of the audit trail can't be written to %s: %s".formatted(path, e), e);
    }
  }

  /**
   * Adds lines of a copy that are not there; they are on the disk when this returns.
   *
   * @throws CheckpointException where it can't be read or written
   */
  public void addMissing(List<String> copy) {
    Set<String> there = new HashSet<>(lines());
    copy.stream()
        .filter(line -> !there.contains(line))
        .flatMap(line -> SignedCheckpoint.read(line).stream())
        .forEach(this::append);
  }

  /**
   * All lines, none where there is no file yet.
   *
   * @throws CheckpointException where it can't be read
   */
  public List<String> lines() {
    try {
      return Files.exists(path) ? Files.readAllLines(path, StandardCharsets.UTF_8) : List.of();
    } catch (MalformedInputException e) {
      throw new CheckpointException(
          "%s holds no checkpoints: it isn't even text".formatted(path), e);
    } catch (IOException e) {
      throw new CheckpointException(
          "checkpoints of the audit trail can't be read from %s: %s".formatted(path, e), e);
    }
  }
}
