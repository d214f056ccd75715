package org.haetae.models.detect;

import java.util.ArrayList;
import java.util.List;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;

/**
 * UltraFace: quickly says where faces may be, without landmarks. Its input is RGB, (v − 127) / 128;
 * the region lies in the upper left corner and the rest is black. Owns the network and its input
 * memory; one thread at a time.
 */
final class UltraFaceProposer implements AutoCloseable {
  /**
   * Low, because whatever is proposed is looked at again: at 0.3 it misses fewer faces than
   * CenterFace on twice as large an input (ADR 0026).
   */
  private static final float MINIMUM_SCORE = 0.3f;

  /** As in the reference code. */
  private static final float MAXIMUM_OVERLAP = 0.4f;

  /** Height in the network's input below which it begins to miss faces (see its model card). */
  private static final float DETECTABLE = 13.5f;

  private static final int MULTIPLE = 8;

  private final Network network;
  private final ResampledInput input;

  /**
   * @param network becomes this proposer's own
   * @param maximumPixels the largest input; larger regions are read at a smaller scale
   */
  UltraFaceProposer(Network network, int maximumPixels) {
    this.network = network;
    this.input = new ResampledInput(maximumPixels, MULTIPLE, 127, 1 / 128f);
  }

  /**
   * Where faces may be, likeliest first.
   *
   * @param smallestFace height in the picture's pixels of the smallest that must be found
   */
  List<Proposal> propose(Picture picture, Region region, float smallestFace) {
    input.read(picture, region, Math.min(1, DETECTABLE / smallestFace));
    List<Proposal> found = network.run(input.buffer(), input.shape(), this::decode);
    return toPicture(
        NonMaximumSuppression.apply(found, Proposal::box, Proposal::score, MAXIMUM_OVERLAP),
        region,
        input.factorX(),
        input.factorY());
  }

  private List<Proposal> decode(Outputs outputs) {
    return UltraFaceDecoder.decode(
        outputs.values(0), outputs.values(1), input.width(), input.height(), MINIMUM_SCORE);
  }

  private static List<Proposal> toPicture(
      List<Proposal> found, Region region, float factorX, float factorY) {
    List<Proposal> mapped = new ArrayList<>(found.size());
    for (Proposal proposal : found) {
      mapped.add(
          new Proposal(
              FaceMapping.map(proposal.box(), region.x(), region.y(), factorX, factorY),
              proposal.score()));
    }
    return mapped;
  }

  @Override
  public void close() {
    network.close();
    input.close();
  }
}
