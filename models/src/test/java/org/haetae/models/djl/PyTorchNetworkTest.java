package org.haetae.models.djl;

import org.haetae.models.network.EngineKind;

class PyTorchNetworkTest extends NetworkContract {
  @Override
  EngineKind engine() {
    return EngineKind.PYTORCH;
  }
}
