package org.haetae.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.haetae.casework.alarm.Alarm;
import org.haetae.console.site.CameraFitness;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.LiveSite;
import org.haetae.console.site.Measurement;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import org.haetae.console.site.RecordingErrors.Target;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.measure.ObservedShare;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.PlaceKind;
import org.haetae.domain.place.ProtectedPlace;

/** A site with two cameras before one home, which a test turns as it likes. */
public final class StillSite implements LiveSite {
  public static final CameraId DOOR = new CameraId("door");
  public static final CameraId YARD = new CameraId("yard");
  public static final PlaceId HOME = new PlaceId("home");
  public static final String PICTURE = "picture";
  public static final String ENROLLED = "enrolled";
  public static final PhotographErrors PHOTOGRAPHS =
      new PhotographErrors(
          Instant.EPOCH,
          "net@1",
          10,
          100,
          0,
          new ErrorCurve(
              450,
              4500,
              List.of(
                  new ErrorCurve.Point(0.2, 450, 1),
                  new ErrorCurve.Point(0.3, 45, 9),
                  new ErrorCurve.Point(0.4, 4, 18))),
          new ErrorCurve(50, 50, List.of(new ErrorCurve.Point(0.35, 0, 0))));

  public static final RecordingErrors RECORDINGS =
      new RecordingErrors(
          Instant.EPOCH,
          "net@1",
          5,
          83.4,
          2,
          1e-4,
          List.of(
              new Target(
                  1e-2,
                  0.41,
                  new ObservedShare(8, 10, 6, 0.5, 0.95),
                  new ObservedShare(1, 900, 60, 0, 0.0062)),
              new Target(
                  1e-4,
                  0.48,
                  new ObservedShare(7, 10, 6, 0.44, 0.917),
                  new ObservedShare(0, 900, 60, 0, 0.0596))));

  public final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  public volatile CameraState door = CameraState.LIVE;
  public volatile boolean exercise;
  public volatile boolean seeing = true;
  public volatile byte[] picture = PICTURE.getBytes(StandardCharsets.UTF_8);

  public volatile Measurement<PhotographErrors> photographs = new Measurement.None<>();
  public volatile Measurement<RecordingErrors> recordings = new Measurement.None<>();

  /** Who asks for cameras waits until this is open. */
  public volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public String name() {
    return "still";
  }

  @Override
  public boolean exercise() {
    return exercise;
  }

  @Override
  public List<CameraStanding> cameras() {
    pass();
    List<CameraStanding> all = new ArrayList<>();
    all.add(standing(DOOR, door, CameraFitness.Verdict.FITS));
    all.add(
        standing(
            YARD,
            CameraState.LIVE,
            seeing ? CameraFitness.Verdict.TOO_FEW : CameraFitness.Verdict.CANNOT_RECOGNISE));
    return all;
  }

  private void pass() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CameraStanding standing(
      CameraId camera, CameraState state, CameraFitness.Verdict verdict) {
    return new CameraStanding(
        camera,
        HOME,
        state,
        state == CameraState.LIVE ? "" : "nothing came for <4> s",
        Instant.EPOCH,
        Optional.of(
            new CameraFitness(
                verdict, "by the lens", 3, OptionalDouble.of(81), OptionalDouble.empty())));
  }

  @Override
  public Optional<byte[]> picture(CameraId camera) {
    return camera.equals(YARD) || (camera.equals(DOOR) && door.showsThePresent())
        ? Optional.of(picture.clone())
        : Optional.empty();
  }

  @Override
  public boolean acceptView(CameraId camera) {
    if (camera.equals(DOOR)) {
      door = CameraState.LIVE;
    }
    return camera.equals(DOOR) || camera.equals(YARD);
  }

  @Override
  public List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  @Override
  public Optional<Camera> camera(CameraId id) {
    return id.equals(DOOR)
        ? Optional.of(new Camera(DOOR, HOME, new GeoPoint(37.5, 127), OptionalDouble.of(90), 50, 0))
        : Optional.empty();
  }

  @Override
  public Optional<ProtectedPlace> place(PlaceId id) {
    return id.equals(HOME)
        ? Optional.of(
            new ProtectedPlace(HOME, "Home <A>", PlaceKind.HOME, new GeoPoint(37.5, 127), 100))
        : Optional.empty();
  }

  @Override
  public String told(int tier) {
    return tier == 0 ? "operator on duty" : "patrol";
  }

  @Override
  public int photographs(RespondentId respondent) {
    return 2;
  }

  @Override
  public Optional<byte[]> photograph(RespondentId respondent, int number) {
    return respondent.equals(LiveHouse.HAN) && number >= 0 && number < 2
        ? Optional.of(ENROLLED.getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public Measurement<PhotographErrors> photographs() {
    return photographs;
  }

  @Override
  public Measurement<RecordingErrors> recordings() {
    return recordings;
  }
}
