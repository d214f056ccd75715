package org.haetae.app.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.audit.Finding;
import org.haetae.casework.audit.Link;
import org.haetae.casework.audit.Restoration;
import org.haetae.casework.audit.VerifyingKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an export without the database it came from.
 *
 * @param findings what is wrong with its chain; empty where it is whole
 * @param entries how many links it has
 * @param checkpoints how many it was held against
 * @param ownKey whether only its own word says whose key signed
 * @param restored where it went back to an earlier state, in sentences without a full stop
 */
public record ExportReader(
    List<Finding> findings, long entries, int checkpoints, boolean ownKey, List<String> restored) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public ExportReader {
    findings = List.copyOf(findings);
    restored = List.copyOf(restored);
  }

  /**
   * @param key of the trail; empty to believe the one that the file itself names
   * @throws Problem where it can't be read or isn't an export
   */
  public static ExportReader read(Path file, Optional<VerifyingKey> key) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonNode header = json(file, 1, String.valueOf(lines.readLine()));
      if (!header.path("format").asString("").equals(ExportWriter.FORMAT)) {
        throw noExport(file);
      }
      return read(file, lines, header, key);
    } catch (IOException e) {
      throw new Problem(ExitCode.UNAVAILABLE, "the export %s can't be read".formatted(file), e);
    }
  }

  private static ExportReader read(
      Path file, BufferedReader lines, JsonNode header, Optional<VerifyingKey> given)
      throws IOException {
    VerifyingKey key = given.isPresent() ? given.get() : own(file, header);
    ChainCheck check = ChainCheck.fromTheBeginning();
    check.announced(header.path("entries").asLong(0), "its first line");
    List<String> checkpoints = new ArrayList<>();
    boolean held = false;
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      JsonNode json = json(file, number, line);
      if (json.path("type").asString("").equals("checkpoint")) {
        checkpoints.add(json.path("line").asString(""));
        continue;
      }
      if (!held) {
        check.checkpoints(checkpoints, key);
        held = true;
      }
      Optional<AuditRecord> record = record(json);
      record
          .filter(one -> one.link().intact())
          .flatMap(one -> Restoration.of(one.entry()))
          .ifPresent(check::restored);
      check.take(record.map(AuditRecord::link).orElseGet(() -> link(json)));
    }
    if (!held) {
      check.checkpoints(checkpoints, key);
    }
    return new ExportReader(
        check.end(), check.taken(), checkpoints.size(), given.isEmpty(), check.restored());
  }

  /** Empty where it is none, or can't be one any more. */
  private static Optional<AuditRecord> record(JsonNode json) {
    try {
      return json.path("type").asString("").equals("link")
          ? Optional.empty()
          : Optional.of(ExportLine.record(json));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static Link link(JsonNode json) {
    try {
      return json.path("type").asString("").equals("link")
          ? ExportLine.link(json)
          : Link.broken(json.path("number").asLong(0));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException e) {
      return Link.broken(json.path("number").asLong(0));
    }
  }

  private static JsonNode json(Path file, int number, String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw number == 1
          ? noExport(file)
          : new Problem(
              ExitCode.FAILURE_FOUND,
              "line %d of %s was changed: it is no JSON object".formatted(number, file),
              e);
    }
  }

  private static Problem noExport(Path file) {
    return new Problem(ExitCode.USAGE, "%s is no export of an audit trail".formatted(file));
  }

  private static VerifyingKey own(Path file, JsonNode header) {
    try {
      return VerifyingKey.parsed(header.path("publicKey").asString(""));
    } catch (GeneralSecurityException e) {
      throw new Problem(
          ExitCode.USAGE, "%s names no key: give the trail's with --public-key".formatted(file), e);
    }
  }
}
