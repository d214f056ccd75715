package org.haetae.models.djl;

import java.io.IOException;
import org.haetae.models.network.EngineKind;
import org.haetae.models.weights.ModelName;
import org.junit.jupiter.api.Test;

class OnnxRuntimeNetworkTest extends NetworkContract {
  @Override
  EngineKind engine() {
    return EngineKind.ONNX_RUNTIME;
  }

  @Test
  void theProposerAnswersAsTheSourceNetworkDid() throws IOException {
    itAnswersAsTheSourceNetworkDid(ModelName.ULTRAFACE);
  }

  @Test
  void theLivenessNetworkAnswersAsItsSourceDid() throws IOException {
    itAnswersAsTheSourceNetworkDid(ModelName.LIVENESS, 1e-2);
  }
}
