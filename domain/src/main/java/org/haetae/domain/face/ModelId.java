package org.haetae.domain.face;

/**
 * Which network made an embedding. Embeddings of different models are never compared.
 *
 * @param name for example {@code mobilefacenet}
 * @param version source package and version of the weights
 */
public record ModelId(String name, String version) {
  @Override
  public String toString() {
    return name + "@" + version;
  }
}
