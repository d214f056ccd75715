package org.haetae.models.network;

/** The engines that can run a network. */
public enum EngineKind {
  PYTORCH("PyTorch", ".pt"),
  ONNX_RUNTIME("OnnxRuntime", ".onnx");

  private final String djlName;
  private final String suffix;

  EngineKind(String djlName, String suffix) {
    this.djlName = djlName;
    this.suffix = suffix;
  }

  /** The name by which DJL and the manifest know it. */
  public String djlName() {
    return djlName;
  }

  /** How the names of its weight files end. */
  public String suffix() {
    return suffix;
  }
}
