package org.haetae.app.config;

import org.haetae.pipeline.fit.FitNeeds;

/** Reads what a site's cameras must give to recognise people. */
final class FitReader {
  private FitReader() {}

  static FitNeeds read(YamlMap root) {
    FitNeeds standard = FitNeeds.standard();
    YamlMap map =
        root.map(
            "recognition",
            "recognition",
            "face-height",
            "pixels-per-metre",
            "distance",
            "fewest-passers-by");
    double face = map.optional("face-height", standard.faceHeight(), YamlMap::number);
    double density = map.optional("pixels-per-metre", standard.pixelsPerMetre(), YamlMap::number);
    double metres = map.optional("distance", standard.distance(), YamlMap::number);
    int fewest = map.optional("fewest-passers-by", standard.fewestTracks(), YamlMap::whole);
    return map.build(() -> new FitNeeds(face, density, metres, fewest)).orElse(standard);
  }
}
