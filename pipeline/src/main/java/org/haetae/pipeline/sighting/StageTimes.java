package org.haetae.pipeline.sighting;

/** Is told how long each stage took. Called from every shard's thread. */
@FunctionalInterface
public interface StageTimes {

  void record(Stage stage, long nanos);

  /** Forgets everything. */
  static StageTimes none() {
    return (stage, nanos) -> {};
  }
}
