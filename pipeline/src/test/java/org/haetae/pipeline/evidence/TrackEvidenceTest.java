package org.haetae.pipeline.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Landmarks;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.evidence.TrackEvidence.Decision;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Faces;
import org.haetae.pipeline.match.Gallery;
import org.junit.jupiter.api.Test;

class TrackEvidenceTest {
  private static final EvidencePolicy POLICY = EvidencePolicy.standard();
  private static final Gallery TWO =
      Gallery.of(List.of(Faces.entry("han", 1), Faces.entry("seo", 2)), Faces.MODEL);

  @Test
  void oneLuckyFrameNeverDecides() {
    TrackEvidence evidence = new TrackEvidence(POLICY);
    assertTrue(evidence.add(look(Faces.of(1), 200, 1f, 0), TWO).isEmpty());
    for (int i = 1; i < 40; i++) {
      assertTrue(evidence.add(look(Faces.like(7, 0.9, i), 200, 1f, i / 10.0), TWO).isEmpty());
    }
  }

  @Test
  void aGoodLongLookDecidesFast() {
    TrackEvidence evidence = new TrackEvidence(POLICY);
    Optional<Decision> decision = Optional.empty();
    int looks = 0;
    while (decision.isEmpty() && looks < 10) {
      decision = evidence.add(look(Faces.like(1, 0.7, looks), 100, 0.9f, looks / 10.0), TWO);
      looks++;
    }
    assertEquals(new RespondentId("han"), decision.orElseThrow().respondent());
    assertTrue(looks <= 5, "it took " + looks + " looks");
    Evidence found = decision.orElseThrow().evidence();
    assertEquals(looks, found.looks());
    assertEquals(0.7, found.score(), 0.01);
    assertTrue(found.score() >= found.threshold());
    assertEquals(2, found.gallerySize());
    assertEquals(POLICY.falsePositiveRate(), found.falsePositiveRate());
  }

  /** What an observer may see of a track agrees with what the track decides. */
  @Test
  void itStandsAsItDecides() {
    TrackEvidence evidence = new TrackEvidence(POLICY);
    assertTrue(evidence.standing().isEmpty());
    for (int i = 0; i < 10; i++) {
      Optional<Decision> decision =
          evidence.add(look(Faces.like(1, 0.7, i), 100, 0.9f, i / 10.0), TWO);
      Evidence han = evidence.standing().getFirst().evidence();
      assertEquals(i + 1, han.looks());
      decision.ifPresent(decided -> assertEquals(decided.evidence(), han));
      boolean enough =
          han.looks() >= POLICY.fewestLooks()
              && POLICY.strictestRate(2, han.score(), han.logLikelihoodRatio())
                  <= POLICY.falsePositiveRate();
      assertEquals(decision.isPresent(), enough, "after look " + i);
    }
  }

  @Test
  void theStrictestRateIsTheOneWhoseThresholdsWouldJustBeMet() {
    for (double rate : new double[] {0.3, 0.01, 1e-4, 1e-8}) {
      for (int gallery : new int[] {1, 10, 1000}) {
        EvidencePolicy policy = new EvidencePolicy(rate, 0.01, 3);
        double score = policy.scoreThreshold(gallery);
        double sum = policy.acceptBound(gallery);
        assertEquals(rate, POLICY.strictestRate(gallery, score, sum), rate * 1e-6);
        assertEquals(rate, POLICY.strictestRate(gallery, score + 0.1, sum), rate * 1e-6);
        assertEquals(rate, POLICY.strictestRate(gallery, score, sum + 1), rate * 1e-6);
      }
    }
    assertTrue(POLICY.strictestRate(1, -0.5, 100) > 0.99, "a score below the mean says nothing");
  }

  @Test
  void aLookAlikeIsHeldBackByTheMeanHoweverLongHeStands() {
    TrackEvidence evidence = new TrackEvidence(POLICY);
    double justBelow = POLICY.scoreThreshold(2) - 0.02;
    for (int i = 0; i < 300; i++) {
      assertTrue(evidence.add(look(Faces.like(1, justBelow, i), 100, 1f, i / 10.0), TWO).isEmpty());
    }
  }

  @Test
  void poorEarlyLooksDoNotSpoilGoodLateOnes() {
    TrackEvidence evidence = new TrackEvidence(POLICY);
    for (int i = 0; i < 60; i++) {
      assertTrue(evidence.add(look(Faces.like(1, 0.15, i), 24, 0.4f, i / 10.0), TWO).isEmpty());
    }
    Optional<Decision> decision = Optional.empty();
    int looks = 0;
    while (decision.isEmpty() && looks < 20) {
      decision =
          evidence.add(look(Faces.like(1, 0.7, 100 + looks), 80, 0.9f, 6 + looks / 10.0), TWO);
      looks++;
    }
    assertTrue(decision.isPresent());
    assertTrue(looks <= 8, "it took " + looks + " looks");
  }

  @Test
  void whoLeavesTheGalleryIsForgotten() {
    TrackEvidence evidence = new TrackEvidence(POLICY);
    evidence.add(look(Faces.like(1, 0.7, 1), 100, 1f, 0), TWO);
    evidence.add(look(Faces.like(1, 0.7, 2), 100, 1f, 0.1), TWO);
    Gallery without = Gallery.of(List.of(Faces.entry("seo", 2)), Faces.MODEL);
    for (int i = 3; i < 20; i++) {
      assertTrue(evidence.add(look(Faces.like(1, 0.7, i), 100, 1f, i / 10.0), without).isEmpty());
    }
    assertFalse(evidence.promising());
  }

  @Test
  void largerGalleriesAndRarerErrorsDemandMore() {
    double last = 0;
    for (int size : new int[] {1, 2, 10, 100, 1000, 100_000}) {
      assertTrue(POLICY.scoreThreshold(size) > last);
      last = POLICY.scoreThreshold(size);
      assertTrue(POLICY.acceptBound(size) > 0 && POLICY.rejectBound(size) < 0);
    }
    assertTrue(
        new EvidencePolicy(1e-6, 0.01, 3).scoreThreshold(1)
            > new EvidencePolicy(1e-2, 0.01, 3).scoreThreshold(1));
  }

  /**
   * Strangers whose scores are drawn as the impostor model says must stay below the target rate.
   */
  @Test
  void strangersAreTakenForRespondentsNoMoreOftenThanPromised() {
    long seed = 20260301;
    Random random = new Random(seed);
    EvidencePolicy loose = new EvidencePolicy(0.02, 0.01, 3);
    List<WatchlistEntry> people = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      people.add(Faces.entry("r" + i, i));
    }
    Gallery gallery = Gallery.of(people, Faces.MODEL);
    int taken = 0;
    int strangers = 1500;
    for (int s = 0; s < strangers; s++) {
      TrackEvidence evidence = new TrackEvidence(loose);
      long person = s % 5;
      // One stranger resembles one respondent by so much in every look.
      double resemblance =
          Math.clamp(
              ScoreModel.impostor().mean()
                  + ScoreModel.impostor().deviation() * random.nextGaussian(),
              -0.9,
              0.9);
      boolean decided = false;
      for (int i = 0; i < 10 && !decided; i++) {
        decided =
            evidence
                .add(look(Faces.like(person, resemblance, i), 80, 0.9f, i / 10.0), gallery)
                .isPresent();
      }
      taken += decided ? 1 : 0;
    }
    assertTrue(taken <= strangers * 0.02, taken + " of " + strangers + " strangers, seed " + seed);
  }

  private static Look look(Embedding embedding, float height, float quality, double seconds) {
    FaceBox box = new FaceBox(0, 0, height * 0.75f, height);
    Landmarks points = new Landmarks(0, 0, 1, 0, 0.5f, 0.5f, 0, 1, 1, 1);
    return new Look(
        new DetectedFace(box, points, 0.9f),
        new FaceQuality(quality, quality, quality, quality, quality, quality),
        embedding,
        seconds);
  }
}
