package org.haetae.models.detect;

import org.haetae.models.Home;
import org.haetae.models.network.EngineKind;
import org.haetae.models.weights.ModelName;

class CenterFaceDetectorTest extends FaceDetectorContract {
  @Override
  FaceDetector detector() {
    return new CenterFaceDetector(
        Home.networks().load(ModelName.CENTERFACE, EngineKind.ONNX_RUNTIME), MOST_PIXELS);
  }
}
