package org.haetae.models.network;

import org.haetae.models.weights.ModelName;

/** Opens the shipped networks; each call opens another copy, whose owner is the caller. */
public interface NetworkLoader {

  /**
   * @throws org.haetae.models.weights.WeightsException when the weight file is missing or altered
   * @throws NetworkException when the engine can't load it
   */
  Network load(ModelName model, EngineKind engine);
}
