package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.enrolment.SiteEnroller;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.looks.LookPolicy;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.sighting.AnalysisListener;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.haetae.pipeline.sighting.CameraAnalysis;
import org.haetae.pipeline.sighting.Instruments;
import org.haetae.pipeline.sighting.StageTimes;
import org.junit.jupiter.api.Test;

/**
 * The door clip: the woman who lives there comes home, then a man walks up. Rendered people, real
 * networks.
 */
class UnfamiliarFaceIT {
  private static final Path FOOTAGE = Home.folder().resolve("camera-sim/footage");
  private static final PlaceId HOME = new PlaceId("home");
  private static final Camera DOOR =
      new Camera(
          new CameraId("home-door"), HOME, new GeoPoint(0, 0), OptionalDouble.empty(), 50, 0);
  private static final RespondentId YUN = new RespondentId("protected-yun");

  private final Eyes eyes = Eyes.standard();
  private final List<Double> unfamiliar = new ArrayList<>();

  @Test
  void whoLivesThereIsNotUnfamiliarAndWhoWalksUpIs() {
    look(List.of(enrolled(YUN)));
    assertEquals(1, unfamiliar.size(), unfamiliar::toString);
    // By the clip's truth he is to be seen from the eleventh second on.
    assertEquals(true, unfamiliar.getFirst() > 11, unfamiliar::toString);
  }

  @Test
  void whereNobodyIsKnownBothAreUnfamiliar() {
    look(List.of());
    assertEquals(2, unfamiliar.size(), unfamiliar::toString);
  }

  private WatchlistEntry enrolled(RespondentId who) {
    SiteEnroller enroller =
        new SiteEnroller(eyes, Map.of(who, FOOTAGE.resolve("stills/" + who)), _ -> {});
    Enrolment.Faces faces =
        assertInstanceOf(Enrolment.Faces.class, enroller.enrol(Set.of(who)).get(who));
    return new WatchlistEntry(who, faces.faces().templates(), false);
  }

  private void look(List<WatchlistEntry> residents) {
    GalleryBook book =
        new GalleryKeeper(
                WatchlistSnapshot::empty,
                Map.of(HOME, residents),
                List.of(DOOR),
                eyes.model(),
                InstantSource.system())
            .current();
    AnalysisListener listener =
        new AnalysisListener() {
          @Override
          public void sighted(Sighting sighting, GalleryBook by) {}

          @Override
          public void unfamiliar(UnfamiliarFace face) {
            unfamiliar.add(face.seen().toEpochMilli() / 1e3);
          }
        };
    AnalysisSettings settings =
        new AnalysisSettings(
            DetectionSettings.standard(), LookPolicy.standard(), EvidencePolicy.standard());
    try (Instruments instruments = eyes.instruments();
        FileSource source = FileSource.open(FOOTAGE.resolve("clips/home-door.mp4"))) {
      CameraAnalysis analysis =
          new CameraAnalysis(DOOR.id(), instruments, settings, listener, StageTimes.none());
      for (Frame frame = source.next(UnfamiliarFaceIT::at);
          frame != null;
          frame = source.next(UnfamiliarFaceIT::at)) {
        analysis.process(frame, book);
        frame.release();
      }
    }
  }

  private static Instant at(double seconds) {
    return Instant.EPOCH.plusNanos(Math.round(seconds * 1e9));
  }
}
