package org.haetae.benchmarks.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.VaultWatchlist;
import org.haetae.console.Desks;
import org.haetae.console.site.AlertBoard;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.ConsoleChannel;
import org.haetae.console.site.LiveSite;
import org.haetae.console.site.Measurement;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import org.haetae.console.site.UnfamiliarBoard;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;

/** Forty cameras that see well, and nobody in front of them. */
final class QuietSite implements LiveSite {
  private static final int CAMERAS = 40;

  private final List<CameraStanding> cameras =
      IntStream.range(0, CAMERAS)
          .mapToObj(
              i ->
                  new CameraStanding(
                      new CameraId("camera-" + i),
                      new PlaceId("place-" + i),
                      CameraState.LIVE,
                      "",
                      Instant.EPOCH,
                      Optional.empty()))
          .toList();

  /** What is happening now at such a site. */
  static Desks.Live desks(Store store, KeyFolder keys, InstantSource clock) {
    IncidentDesk incidents =
        new IncidentDesk(
            store,
            new EscalationPlan(
                List.of(new Tier("operator", Duration.ZERO, List.of(ConsoleChannel.NAME))),
                Duration.ofMinutes(2)),
            DispatchRule.onePerson(),
            clock,
            () -> {});
    OrderDesk orders =
        new OrderDesk(
            store,
            keys,
            OrderRulesReader.korea(),
            ApprovalRule.none(),
            new VaultWatchlist(Set.of()),
            new ModelId("none", "1"),
            _ -> Map.of(),
            new AlarmDesk(store, List.of(), clock, () -> {}),
            clock);
    return new Desks.Live(
        new QuietSite(),
        incidents,
        orders,
        new AlertBoard(),
        new UnfamiliarBoard(clock),
        new ConsoleChannel(),
        _ -> {});
  }

  @Override
  public String name() {
    return "quiet";
  }

  @Override
  public boolean exercise() {
    return false;
  }

  @Override
  public List<CameraStanding> cameras() {
    return cameras;
  }

  @Override
  public Optional<byte[]> picture(CameraId camera) {
    return Optional.empty();
  }

  @Override
  public boolean acceptView(CameraId camera) {
    return false;
  }

  @Override
  public List<Alarm> alarms() {
    return List.of();
  }

  @Override
  public Optional<Camera> camera(CameraId id) {
    return Optional.empty();
  }

  @Override
  public Optional<ProtectedPlace> place(PlaceId id) {
    return Optional.empty();
  }

  @Override
  public String told(int tier) {
    return "operator";
  }

  @Override
  public int photographs(RespondentId respondent) {
    return 0;
  }

  @Override
  public Optional<byte[]> photograph(RespondentId respondent, int number) {
    return Optional.empty();
  }

  @Override
  public Measurement<PhotographErrors> photographs() {
    return new Measurement.None<>();
  }

  @Override
  public Measurement<RecordingErrors> recordings() {
    return new Measurement.None<>();
  }
}
