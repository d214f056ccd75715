package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.VaultWatchlist;
import org.haetae.console.site.CameraFitness;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.Measurement;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.health.SceneMeter;
import org.haetae.pipeline.sighting.FrameView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One camera of the demo's site, whose health and pictures are made by hand. */
class RunningSiteTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final CameraId DOOR = new CameraId("home-door");
  private static final RespondentId HAN = new RespondentId("respondent-han");
  private static final ModelId MODEL = new ModelId("net", "1");

  private final Site site = DemoSite.at(NOW);
  private final CameraHealth door =
      new CameraHealth(DOOR, Optional.empty(), HealthSettings.defaults(), NOW, change -> {});
  private final CameraFit fit = new CameraFit(DOOR, 50, FitNeeds.standard());
  private final CameraViews views = new CameraViews(List.of(DOOR), CLOCK);
  private final VaultWatchlist watchlist = new VaultWatchlist(Set.of());
  @TempDir private Path place = Path.of("");
  private Store store;
  private KeyFolder keys;
  private OrderDesk orders;
  private RunningSite running;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(place.resolve("haetae.db")));
    keys = KeyFolder.open(place.resolve("keys"), place.resolve("master.key"));
    orders =
        new OrderDesk(
            store,
            keys,
            site.rules(),
            site.casework().approval(),
            watchlist,
            MODEL,
            RunningSiteTest::enrol,
            new AlarmDesk(store, List.of(), CLOCK, () -> {}),
            CLOCK);
    orders.begin(site.orders());
    HealthBoard board =
        new HealthBoard(
            List.of(door),
            List.of(fit),
            () ->
                List.of(
                    new Alarm(AlarmCode.CAMERA_BLIND, List.of("door"), false),
                    new Alarm(AlarmCode.CHANNEL_FAILING, List.of("station"), false)),
            CLOCK);
    running = new RunningSite(site, views, board, orders, watchlist);
  }

  /** Everybody has a face of their own. */
  private static Map<RespondentId, Enrolment> enrol(Set<RespondentId> respondents) {
    Map<RespondentId, Enrolment> all = new HashMap<>();
    for (RespondentId respondent : respondents) {
      float[] vector = new float[8];
      vector[all.size()] = 1;
      Template face = new Template(Embedding.normalised(vector), 1, MODEL);
      all.put(respondent, new Enrolment.Faces(new FaceSet("photographs", List.of(face))));
    }
    return all;
  }

  @AfterEach
  void close() {
    keys.close();
    store.close();
  }

  private CameraStanding standing() {
    return running.cameras().getFirst();
  }

  @Test
  void aSiteWithoutADatabaseWasNotMeasured() {
    assertEquals(new Measurement.None<>(), running.photographs());
    assertEquals(new Measurement.None<>(), running.recordings());
  }

  @Test
  void aFrameThatWasNotSearchedIsNotShown() {
    door.opened(640, 360, NOW);
    door.picture(NOW);
    views.show(DOOR, new BlackFrame(NOW), new FrameView(List.of(), false));
    assertTrue(running.picture(DOOR).isEmpty());
    views.show(DOOR, new BlackFrame(NOW), new FrameView(List.of(), true));
    assertTrue(running.picture(DOOR).isPresent());
  }

  @Test
  void theLastPictureOfADeadCameraIsTakenAway() {
    views.show(DOOR, new BlackFrame(NOW), new FrameView(List.of(), true));
    assertTrue(running.picture(DOOR).isEmpty());
    door.opened(640, 360, NOW);
    door.picture(NOW);
    assertTrue(running.picture(DOOR).isPresent());
    door.tick(NOW.plusSeconds(4));
    assertTrue(running.picture(DOOR).isEmpty());
    assertEquals(CameraState.STALLED, standing().state());
    assertFalse(standing().reason().isEmpty());
    assertFalse(standing().reason().contains("rtsp"));
  }

  @Test
  void anAcceptedViewIsTheCamerasOwnFromThenOn() {
    watch("home-door.mp4", 0);
    watch("work-yard.mp4", 20);
    assertEquals(CameraState.MOVED, standing().state());
    assertFalse(running.acceptView(new CameraId("nowhere")));
    assertTrue(running.acceptView(DOOR));
    watch("work-yard.mp4", 40);
    assertEquals(CameraState.LIVE, standing().state());
  }

  /** Twenty seconds of that clip, read once a second. */
  private void watch(String clip, int from) {
    Path file = Home.folder().resolve("camera-sim/footage/clips").resolve(clip);
    try (FileSource source = FileSource.open(file);
        SceneMeter meter = new SceneMeter()) {
      for (int i = 0; i < 300; i++) {
        Instant at = NOW.plusMillis(1000L * from + 1000L * i / 15);
        Frame frame = source.next(seconds -> at);
        assertTrue(frame != null);
        if (i == 0) {
          door.opened(frame.width(), frame.height(), at);
        }
        door.packet(at);
        door.picture(at);
        if (i % 15 == 0) {
          door.reading(meter.read(frame), at);
        }
        frame.release();
      }
    }
  }

  @Test
  void aCameraThatCannotRecogniseIsAGap() {
    door.opened(640, 360, NOW);
    door.picture(NOW);
    fit.pictures(1280);
    assertFalse(standing().gap());
    CameraFitness early = standing().fit().orElseThrow();
    assertEquals(CameraFitness.Verdict.TOO_FEW, early.verdict());
    assertEquals(OptionalDouble.empty(), early.faceHeight());
    for (int i = 0; i < 8; i++) {
      fit.passed(46.4, 1280);
    }
    assertTrue(standing().gap());
    CameraFitness late = standing().fit().orElseThrow();
    assertTrue(late.words().contains("46 px high, 80 are needed"), late.words());
    assertEquals(242, Math.round(late.pixelsPerMetre().orElseThrow()));
  }

  @Test
  void camerasHaveTheirOwnLinesAmongTheAlarms() {
    assertEquals(
        List.of(AlarmCode.CHANNEL_FAILING), running.alarms().stream().map(Alarm::code).toList());
  }

  @Test
  void onlyTheFacesOfOrdersInForceAreShown() {
    assertTrue(running.photograph(HAN, 0).isPresent());
    assertTrue(running.photograph(HAN, 4).isPresent());
    assertTrue(running.photograph(HAN, 5).isEmpty());
    assertTrue(running.photograph(HAN, -1).isEmpty());
    orders.revoke(new OrderId("order-0117"), new UserId("kim"), "withdrawn");
    assertTrue(running.photograph(HAN, 0).isEmpty());
    assertTrue(running.photograph(new RespondentId("respondent-seo"), 0).isPresent());
  }

  @Test
  void aPlaceIsCalledByItsName() {
    assertEquals("Home of Ms Yun", running.placeName(standing().place()));
  }
}
