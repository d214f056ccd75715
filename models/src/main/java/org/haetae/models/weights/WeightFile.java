package org.haetae.models.weights;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * One line of the manifest.
 *
 * @param id the model's name
 * @param version source package and version
 * @param file name within the weights folder
 * @param engine the engine that reads it, by DJL's name
 * @param sha256 lower-case hexadecimal
 * @param bytes the file's size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WeightFile(
    String id, String version, String file, String engine, String sha256, long bytes) {
  public WeightFile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(engine, "engine");
    if (sha256.length() != 64) {
      throw new IllegalArgumentException("a SHA-256 has 64 digits");
    }
  }
}
