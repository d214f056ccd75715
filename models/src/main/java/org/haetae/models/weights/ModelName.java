package org.haetae.models.weights;

/** The networks that are shipped. */
public enum ModelName {
  CENTERFACE("centerface"),
  LIVENESS("liveness"),
  MOBILEFACENET("mobilefacenet"),
  POSE("pose"),
  ULTRAFACE("ultraface");

  private final String id;

  ModelName(String id) {
    this.id = id;
  }

  /** Its name in the manifest. */
  public String id() {
    return id;
  }
}
