package org.haetae.models.djl;

import org.haetae.models.network.EngineKind;

class OnnxRuntimeNetworkTest extends NetworkContract {
  @Override
  EngineKind engine() {
    return EngineKind.ONNX_RUNTIME;
  }
}
