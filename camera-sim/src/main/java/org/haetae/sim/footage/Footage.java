package org.haetae.sim.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The folder of clips with their truths. */
public final class Footage {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private Footage() {}

  /**
   * Every truth of {@code clips}, by file name.
   *
   * @throws IOException when the folder can't be read
   */
  public static List<ClipTruth> truths(Path clips) throws IOException {
    List<ClipTruth> truths = new ArrayList<>();
    try (Stream<Path> files = Files.list(clips)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".truth.json")).sorted().toList()) {
        truths.add(MAPPER.readValue(Files.readAllBytes(file), ClipTruth.class));
      }
    }
    return List.copyOf(truths);
  }
}
