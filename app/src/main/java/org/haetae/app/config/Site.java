package org.haetae.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRules;
import org.haetae.casework.plan.Plan;
import org.haetae.console.Endpoint;
import org.haetae.console.oidc.Provider;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.models.network.DeviceKind;
import org.haetae.models.network.EngineKind;
import org.haetae.pipeline.capture.address.CredentialsSource;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.PictureSize;
import org.haetae.pipeline.proximity.SiteCircumstances;
import org.haetae.pipeline.sighting.AnalysisSettings;

/**
 * A site as its file describes it, checked and sealed.
 *
 * @param needs what a camera must give to recognise people
 * @param casework where incidents are kept and who is told of them
 * @param unfamiliar places at which whoever is neither resident nor respondent is a notice
 * @param doubts what somebody must look up about the orders, in sentences
 * @param rules the law that the orders are held against
 * @param plan the times and lists by which something counts as missing
 * @param openApproaches the ways to each place on which no camera stands
 * @param circumstances when an alert is graver, and when a respondent may come
 * @param exercise whether nothing here is real, which page and alerts then say
 */
public record Site(
    String name,
    Listen listen,
    Engines engines,
    int shards,
    AnalysisSettings analysis,
    FitNeeds needs,
    CaseworkSettings casework,
    List<ProtectedPlace> places,
    List<Respondent> respondents,
    List<Resident> residents,
    Set<PlaceId> unfamiliar,
    List<OrderFile> orders,
    List<String> doubts,
    OrderRules rules,
    Plan plan,
    Map<PlaceId, Set<String>> openApproaches,
    SiteCircumstances circumstances,
    List<SiteCamera> cameras,
    boolean exercise) {
  public Site {
    places = List.copyOf(places);
    respondents = List.copyOf(respondents);
    residents = List.copyOf(residents);
    unfamiliar = Set.copyOf(unfamiliar);
    orders = List.copyOf(orders);
    doubts = List.copyOf(doubts);
    openApproaches = Map.copyOf(openApproaches);
    cameras = List.copyOf(cameras);
  }

  /**
   * Where the console is served, and on this machine alone the metrics.
   *
   * @param metrics port of machines, 0 for any that is free
   * @param provider where people may sign in besides with a password of ours
   */
  public record Listen(Endpoint console, int metrics, Optional<Provider> provider) {
    private static final int LAST = 65_535;

    /** From the console's port to the machines', among those where exporters are looked for. */
    private static final int APART = 1000;

    /** The machines' lies a thousand further; any that is free, where the console's is. */
    public Listen(Endpoint console) {
      this(console, beside(console.port()), Optional.empty());
    }

    static int beside(int port) {
      return port == 0 || port + APART > LAST ? 0 : port + APART;
    }

    /** The same on another port, and the machines' beside it. */
    public Listen at(int port) {
      Endpoint there = new Endpoint(console.host(), port, console.names(), console.certificate());
      return new Listen(there, beside(port), provider);
    }
  }

  /**
   * Which engine runs which network, and on what.
   *
   * @param batch faces or places of several cameras in one call of a graphics card
   */
  public record Engines(EngineKind detector, EngineKind embedder, DeviceKind device, int batch) {
    /** What the benchmarks found fastest on a processor. */
    public static Engines standard() {
      return new Engines(EngineKind.ONNX_RUNTIME, EngineKind.ONNX_RUNTIME, DeviceKind.CPU, 8);
    }
  }

  /**
   * Whose face is looked for.
   *
   * @param photographs folder of enrolment photographs
   */
  public record Respondent(RespondentId id, Path photographs, boolean wideArea) {}

  /**
   * Somebody who is at home at places that look for unfamiliar faces, enrolled by their own wish.
   * Their templates are in memory only.
   *
   * @param places at least one
   * @param consent where their consent is written down
   */
  public record Resident(RespondentId id, Set<PlaceId> places, Path photographs, String consent) {
    public Resident {
      places = Set.copyOf(places);
    }
  }

  /** A camera and where its pictures come from. */
  public record SiteCamera(Camera camera, Pictures pictures) {}

  /** Where a camera's pictures come from. */
  public sealed interface Pictures {

    /** A recording stands in for the camera. */
    record Recording(Path file, Playback playback) implements Pictures {}

    /**
     * The camera itself.
     *
     * @param small address of a smaller stream of the same view, which then is the one watched
     * @param login where its password is kept
     * @param size what it should send; another size is a fault
     */
    record Live(
        StreamAddress address,
        Optional<StreamAddress> small,
        Optional<CredentialsSource> login,
        RtspSettings settings,
        Optional<PictureSize> size)
        implements Pictures {}
  }

  /** The same site served elsewhere. */
  public Site listeningOn(Listen other) {
    return with(other, casework, exercise);
  }

  /**
   * The same site as an exercise: whatever its file says, nothing of it is kept and nobody is told
   * but its page.
   */
  public Site exercising(EscalationPlan escalation, DispatchRule dispatch) {
    return with(listen, CaseworkSettings.exercise(escalation, dispatch), true);
  }

  private Site with(Listen where, CaseworkSettings becomes, boolean unreal) {
    return new Site(
        name,
        where,
        engines,
        shards,
        analysis,
        needs,
        becomes,
        places,
        respondents,
        residents,
        unfamiliar,
        orders,
        doubts,
        rules,
        plan,
        openApproaches,
        circumstances,
        cameras,
        unreal);
  }
}
