package org.haetae.models.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.haetae.domain.face.ModelId;
import org.haetae.models.network.EngineKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of weight files with its manifest. A file is read once, and the very bytes whose
 * SHA-256 was checked are the ones that are handed out. Immutable.
 */
public final class WeightStore {
  private final Path folder;
  private final List<WeightFile> files;

  private WeightStore(Path folder, List<WeightFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Reads the manifest of {@code folder}.
   *
   * @throws WeightsException when there is none or it can't be read
   */
  public static WeightStore open(Path folder) {
    Path manifest = folder.resolve("manifest.json");
    try {
      WeightFile[] files =
          JsonMapper.shared().readValue(Files.readAllBytes(manifest), WeightFile[].class);
      if (files == null || Arrays.asList(files).contains(null)) {
        throw new WeightsException("the manifest %s lists nothing".formatted(manifest));
      }
      return new WeightStore(folder, List.of(files));
    } catch (NoSuchFileException e) {
      throw new WeightsException(
          "there are no model weights at %s: name the folder that holds manifest.json"
              .formatted(folder),
          e);
    } catch (IOException | JacksonException e) {
      throw new WeightsException("the manifest %s can't be read".formatted(manifest), e);
    }
  }

  /** Which weights stand behind {@code model}, whatever the engine. */
  public ModelId idOf(ModelName model) {
    return files.stream()
        .filter(file -> file.id().equals(model.id()))
        .findFirst()
        .map(file -> new ModelId(file.id(), file.version()))
        .orElseThrow(
            () ->
                new WeightsException(
                    "the manifest in %s does not know %s".formatted(folder, model.id())));
  }

  /**
   * The weights of {@code model} for {@code engine}, checked.
   *
   * @throws WeightsException when the file is missing or its SHA-256 is another than the manifest's
   */
  public byte[] read(ModelName model, EngineKind engine) {
    WeightFile entry = entry(model, engine);
    Path file = folder.resolve(entry.file());
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WeightsException("the weight file %s is missing or unreadable".formatted(file), e);
    }
    String found = sha256(bytes);
    if (!found.equals(entry.sha256())) {
      throw new WeightsException(
          "the weight file %s is not the one that was shipped (sha256 %s…, expected %s…): restore it from the release"
              .formatted(file, found.substring(0, 12), entry.sha256().substring(0, 12)));
    }
    return bytes;
  }

  private WeightFile entry(ModelName model, EngineKind engine) {
    return files.stream()
        .filter(file -> file.id().equals(model.id()) && file.engine().equals(engine.djlName()))
        .findFirst()
        .orElseThrow(
            () ->
                new WeightsException(
                    "there are no weights of %s for the engine %s; choose the other engine"
                        .formatted(model.id(), engine.djlName())));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
