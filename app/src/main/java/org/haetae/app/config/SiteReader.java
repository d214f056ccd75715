package org.haetae.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.app.config.Site.Engines;
import org.haetae.app.config.Site.Listen;
import org.haetae.app.config.Site.Pictures;
import org.haetae.app.config.Site.Respondent;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.casework.order.OrderRules;
import org.haetae.casework.order.OrderRulesException;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.plan.Plan;
import org.haetae.console.Endpoint;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.models.network.DeviceKind;
import org.haetae.models.network.EngineKind;
import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.looks.LookPolicy;
import org.haetae.pipeline.proximity.SiteCircumstances;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a site's file. One use each. */
public final class SiteReader {
  /** How the names begin that no site may use. */
  private static final String OWN = "haetae-";

  /** More faces than this are never there at once, and each takes a card's memory. */
  private static final int MOST_BATCH = 64;

  private final Path file;
  private final Path folder;
  private final InstantSource clock;
  private final List<ConfigProblem> problems = new ArrayList<>();

  private SiteReader(Path file, InstantSource clock) {
    this.file = file;
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    this.clock = clock;
  }

  /** What came of reading a file: a site, or at least one problem. */
  public sealed interface Outcome {

    /** Everything is as it should be. */
    record Good(Site site) implements Outcome {}

    /** By line. */
    record Bad(List<ConfigProblem> problems) implements Outcome {}
  }

  /**
   * Reads {@code file}; paths in it are relative to its folder.
   *
   * @param clock tells the day that relative dates count from
   */
  public static Outcome read(Path file, InstantSource clock) {
    return new SiteReader(file, clock).read();
  }

  private Outcome read() {
    Optional<Node> root = YamlFile.compose(file, problems);
    if (root.isPresent()) {
      Optional<Site> site = site(root.get());
      if (problems.isEmpty() && site.isPresent()) {
        return new Outcome.Good(site.get());
      }
    }
    problems.sort(Comparator.comparingInt(ConfigProblem::line));
    return new Outcome.Bad(List.copyOf(problems));
  }

  private Optional<Site> site(Node node) {
    YamlMap root =
        new YamlMap(
            node,
            "the site",
            problems,
            "site",
            "listen",
            "engines",
            "shards",
            "analysis",
            "recognition",
            "casework",
            "order-rules",
            "plan",
            "checklist",
            "night",
            "places",
            "residents",
            "respondents",
            "orders",
            "cameras");
    PlaceReader.Places read = PlaceReader.read(root);
    List<ProtectedPlace> places = read.all();
    List<Respondent> respondents = respondents(root);
    OrderRules rules = rules(root);
    List<OrderReader.Entry> orders = new OrderReader(clock, rules, places, respondents).read(root);
    List<Site.Resident> residents = new ResidentReader(folder, read.unfamiliar()).read(root);
    SiteCircumstances circumstances =
        new SiteCircumstances(
            new ScheduleReader(rules.count().zone()).daily(root, "night"),
            orders.stream().flatMap(order -> order.lawful().stream()).toList());
    List<SiteCamera> cameras = cameras(root, places, read.approaches());
    Plan plan = new PlanFiles(folder).read(root);
    if (cameras.isEmpty() && problems.isEmpty()) {
      problems.add(
          new ConfigProblem(
              root.line(), "the site has no camera: add at least one under \"cameras\""));
    }
    Optional<AnalysisSettings> analysis = analysis(root);
    FitNeeds needs = FitReader.read(root);
    CaseworkSettings casework = new CaseworkReader(folder, rules.count().zone()).read(root);
    String name = root.required("site", "", Function.identity());
    int shards =
        root.optional(
            "shards", Math.max(1, Runtime.getRuntime().availableProcessors() - 1), YamlMap::whole);
    if (shards < 1) {
      root.problem("shards", "\"shards\" must be at least 1");
    }
    Stream.of(
            places.stream().map(place -> place.id().value()),
            respondents.stream().map(respondent -> respondent.id().value()),
            residents.stream().map(resident -> resident.id().value()),
            cameras.stream().map(camera -> camera.camera().id().value()))
        .flatMap(names -> names)
        .filter(id -> id.startsWith(OWN))
        .forEach(
            id ->
                root.said(
                    "\"%s\": names that begin with \"%s\" are the rehearsal's own: choose another"
                        .formatted(id, OWN)));
    // The law is asked about orders that can be read; what can't be is said first.
    OrderLaw.Lawful lawful =
        problems.isEmpty()
            ? new OrderLaw(rules, places).check(orders)
            : new OrderLaw.Lawful(List.of(), List.of());
    return analysis.map(
        settings ->
            new Site(
                name,
                listen(root, folder),
                engines(root),
                shards,
                settings,
                needs,
                casework,
                places,
                respondents,
                residents,
                read.unfamiliar(),
                lawful.orders(),
                lawful.doubts(),
                rules,
                plan,
                read.approaches().open(),
                circumstances,
                cameras,
                false));
  }

  /** Korea's unless the site has its own. */
  private OrderRules rules(YamlMap root) {
    Optional<Path> own =
        root.optional(
            "order-rules",
            Optional.empty(),
            text -> Optional.of(YamlMap.pathFrom(folder).apply(text)));
    try {
      return own.map(OrderRulesReader::read).orElseGet(OrderRulesReader::korea);
    } catch (OrderRulesException e) {
      root.problem("order-rules", String.valueOf(e.getMessage()));
      return OrderRulesReader.korea();
    }
  }

  private static Listen listen(YamlMap root, Path folder) {
    YamlMap map =
        root.map(
            "listen",
            "listen",
            "host",
            "port",
            "names",
            "certificate",
            "certificate-password",
            "metrics",
            "oidc");
    String host = map.optional("host", "127.0.0.1", Function.identity());
    int port = port(map, "port", 8480);
    Endpoint console = new Endpoint(host, port, map.texts("names"), certificate(map, folder, host));
    return new Listen(
        console, port(map, "metrics", Listen.beside(port)), ProviderReader.read(map, folder));
  }

  /** Beyond this machine nothing is served in the clear: a certificate is made where none is. */
  private static Optional<Endpoint.Certificate> certificate(YamlMap map, Path folder, String host) {
    if (!map.has("certificate") && Endpoint.isThisMachine(host)) {
      return Optional.empty();
    }
    Path store =
        map.optional("certificate", folder.resolve("console.p12"), YamlMap.pathFrom(folder));
    Path password =
        map.optional(
            "certificate-password",
            store.resolveSibling(store.getFileName() + ".password"),
            YamlMap.pathFrom(folder));
    return Optional.of(new Endpoint.Certificate(store, password));
  }

  private static int port(YamlMap map, String key, int standard) {
    int port = map.optional(key, standard, YamlMap::whole);
    if (port < 0 || port > 65535) {
      map.problem(key, "\"%s\" must lie between 0 and 65535".formatted(key));
    }
    return port;
  }

  private static Engines engines(YamlMap root) {
    YamlMap map = root.map("engines", "engines", "detector", "embedder", "device", "batch");
    Engines standard = Engines.standard();
    DeviceKind device =
        map.optional(
            "device", standard.device(), text -> YamlMap.parseEnum(DeviceKind.class, text));
    int batch = map.optional("batch", standard.batch(), YamlMap::whole);
    if (batch < 1 || batch > MOST_BATCH) {
      map.problem("batch", "\"batch\" must lie between 1 and " + MOST_BATCH);
    }
    return new Engines(engine(map, "detector"), engine(map, "embedder"), device, batch);
  }

  private static EngineKind engine(YamlMap map, String key) {
    return map.optional(
        key, EngineKind.ONNX_RUNTIME, text -> YamlMap.parseEnum(EngineKind.class, text));
  }

  private static Optional<AnalysisSettings> analysis(YamlMap root) {
    YamlMap map =
        root.map(
            "analysis",
            "analysis",
            "smallest-face",
            "false-positive-rate",
            "miss-rate",
            "fewest-looks");
    DetectionSettings detection = DetectionSettings.standard();
    EvidencePolicy evidence = EvidencePolicy.standard();
    int smallest = map.optional("smallest-face", detection.smallestFace(), YamlMap::whole);
    double rate =
        map.optional("false-positive-rate", evidence.falsePositiveRate(), YamlMap::number);
    double miss = map.optional("miss-rate", evidence.missRate(), YamlMap::number);
    int looks = map.optional("fewest-looks", evidence.fewestLooks(), YamlMap::whole);
    return map.build(
        () ->
            new AnalysisSettings(
                new DetectionSettings(
                    smallest,
                    detection.turnSeconds(),
                    detection.fullPassSeconds(),
                    detection.idleFullPassSeconds()),
                LookPolicy.standard(),
                new EvidencePolicy(rate, miss, looks)));
  }

  private List<Respondent> respondents(YamlMap root) {
    List<Respondent> respondents = new ArrayList<>();
    Set<RespondentId> seen = new HashSet<>();
    for (YamlMap map : root.list("respondents", "a respondent", "id", "photographs", "wide-area")) {
      RespondentId id = map.required("id", new RespondentId("unnamed"), RespondentId::new);
      if (!seen.add(id)) {
        map.problem("id", "the respondent %s stands twice".formatted(id));
      }
      Path photographs = map.required("photographs", folder, YamlMap.pathFrom(folder));
      if (map.has("photographs") && !Files.isDirectory(photographs)) {
        map.problem("photographs", "there is no folder " + photographs);
      } else if (map.has("photographs") && WatchlistFolder.pictures(photographs).isEmpty()) {
        map.problem("photographs", "there is no picture in " + photographs);
      }
      respondents.add(
          new Respondent(id, photographs, map.optional("wide-area", false, YamlMap::yesNo)));
    }
    return respondents;
  }

  private List<SiteCamera> cameras(
      YamlMap root, List<ProtectedPlace> places, Approaches approaches) {
    List<SiteCamera> cameras = new ArrayList<>();
    Set<CameraId> seen = new HashSet<>();
    for (YamlMap map :
        root.list(
            "cameras",
            "a camera",
            "id",
            "place",
            "location",
            "bearing",
            "field-of-view",
            "approach",
            "approach-rank",
            "file",
            "loop",
            "real-time",
            "url",
            "sub-url",
            "user",
            "password-file",
            "password-env",
            "transport",
            "size")) {
      CameraId id = map.required("id", new CameraId("unnamed"), CameraId::new);
      if (!seen.add(id)) {
        map.problem("id", "the camera %s stands twice".formatted(id));
      }
      PlaceId place = map.required("place", new PlaceId("unnamed"), PlaceId::new);
      if (map.has("place") && places.stream().noneMatch(known -> known.id().equals(place))) {
        map.problem("place", "no place %s is listed under \"places\"".formatted(place));
      }
      GeoPoint location = PlaceReader.location(map);
      OptionalDouble bearing =
          map.optional(
              "bearing", OptionalDouble.empty(), text -> OptionalDouble.of(YamlMap.number(text)));
      double view = map.required("field-of-view", 60.0, YamlMap::number);
      int rank = map.optional("approach-rank", 0, YamlMap::whole);
      if (map.has("approach")) {
        approaches.guard(place, map);
      }
      Optional<Pictures> pictures = new CameraReader(folder).read(map);
      map.build(() -> new Camera(id, place, location, bearing, view, rank))
          .ifPresent(
              camera -> pictures.ifPresent(from -> cameras.add(new SiteCamera(camera, from))));
    }
    return cameras;
  }
}
