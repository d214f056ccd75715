package org.haetae.console;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.haetae.console.api.CoverApi;
import org.haetae.console.api.DocumentPages;
import org.haetae.console.api.IncidentApi;
import org.haetae.console.api.IncidentSteps;
import org.haetae.console.api.Operations;
import org.haetae.console.api.OrderApi;
import org.haetae.console.api.Repeats;
import org.haetae.console.api.SiteApi;
import org.haetae.console.audit.AuditPages;
import org.haetae.console.camera.CameraPages;
import org.haetae.console.casefile.CasePages;
import org.haetae.console.custody.CustodyApi;
import org.haetae.console.evaluation.EvaluationPage;
import org.haetae.console.home.HomePage;
import org.haetae.console.incident.IncidentPages;
import org.haetae.console.inspection.InspectionPages;
import org.haetae.console.inspection.PhotographIntake;
import org.haetae.console.keeping.HoldPages;
import org.haetae.console.keeping.SubjectPages;
import org.haetae.console.live.Events;
import org.haetae.console.oidc.OidcPages;
import org.haetae.console.oidc.Provider;
import org.haetae.console.planning.PlanningPages;
import org.haetae.console.register.PeoplePages;
import org.haetae.console.release.ReleasePages;
import org.haetae.console.report.ReportPages;
import org.haetae.console.risk.RiskPages;
import org.haetae.console.staff.EmergencyPages;
import org.haetae.console.staff.StaffPages;
import org.haetae.console.support.SupportPages;
import org.haetae.console.turnstile.Rates;
import org.haetae.console.wall.WallPage;
import org.haetae.console.watch.RequestPages;
import org.haetae.console.watch.StockPages;
import org.haetae.console.watchlist.WatchlistPages;
import org.haetae.console.web.Guard;
import org.haetae.console.web.Problems;
import org.haetae.console.web.SignIn;
import org.haetae.console.web.Turnstile;
import org.haetae.console.web.Visits;

/** The console: started once, closed once. Whoever asks has to prove who they are. */
public final class Console implements AutoCloseable {
  private static final long LARGEST_BODY = PhotographIntake.MOST_BYTES * 6;

  private final Desks desks;
  private final Endpoint endpoint;
  private final Optional<Provider> provider;
  private final Visits visits;
  private final Events events;
  private final Javalin server;

  /**
   * @param provider where people may also sign in
   */
  public Console(Desks desks, Endpoint endpoint, Optional<Provider> provider) {
    this(desks, endpoint, provider, Rates.standard());
  }

  /**
   * @param provider where people may also sign in
   * @param rates how often anybody may ask
   */
  public Console(Desks desks, Endpoint endpoint, Optional<Provider> provider, Rates rates) {
    this.provider = provider;
    this.desks = desks;
    this.endpoint = endpoint;
    this.visits =
        new Visits(
            desks.accounts(),
            desks.office(),
            desks.store(),
            desks.plan().notices().zone(),
            desks.clock(),
            new Turnstile(rates, desks.clock()));
    this.events = new Events(visits, desks);
    this.server = Javalin.create(this::configure);
  }

  /**
   * @throws IOException where the port is taken or the certificate can't be read
   */
  public void start() throws IOException {
    try {
      var _ = server.start();
    } catch (JavalinBindException e) {
      throw new IOException(
          "port %d of %s is taken".formatted(endpoint.port(), endpoint.host()), e);
    } catch (JavalinException | UncheckedIOException e) {
      throw new IOException("the console can't be served: " + e.getMessage(), e);
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    // In memory alone: a photograph never lies in a temporary folder.
    config.jetty.multipartConfig.maxFileSize(PhotographIntake.MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_BODY, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize((int) LARGEST_BODY, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    // What reaches no route, such as a request that can't be parsed.
    config.jetty.modifyServer(
        jetty ->
            jetty.setErrorHandler(
                (_, response, callback) -> {
                  response.getHeaders().put("Content-Type", "text/plain");
                  Content.Sink.write(response, true, "the request can't be read\n", callback);
                  return true;
                }));
    if (endpoint.certificate().isPresent()) {
      config.jetty.addConnector((jetty, http) -> tls(jetty, http));
    } else {
      config.jetty.host = endpoint.host();
      config.jetty.port = endpoint.port();
    }
    config.staticFiles.enableWebjars();
    config.staticFiles.add("/console-static", Location.CLASSPATH);

    new Guard(visits, endpoint::answersTo, endpoint.scheme(), LARGEST_BODY).register(config.routes);
    new Problems(visits).register(config.routes);
    signIn(config.routes);
    events.register(config.routes);
    new WallPage(visits, desks).register(config.routes);
    new IncidentPages(visits, desks).register(config.routes);
    new CameraPages(visits, desks).register(config.routes);
    new WatchlistPages(visits, desks).register(config.routes);
    new EvaluationPage(visits, desks).register(config.routes);
    new StaffPages(visits, desks).register(config.routes);
    new EmergencyPages(visits, desks).register(config.routes);
    new HomePage(visits, desks).register(config.routes);
    new CasePages(visits, desks).register(config.routes);
    new PeoplePages(visits, desks).register(config.routes);
    new HoldPages(visits, desks).register(config.routes);
    new ReportPages(visits, desks).register(config.routes);
    new SubjectPages(visits, desks).register(config.routes);
    new RiskPages(visits, desks).register(config.routes);
    new InspectionPages(visits, desks).register(config.routes);
    new SupportPages(visits, desks).register(config.routes);
    new RequestPages(visits, desks).register(config.routes);
    new StockPages(visits, desks).register(config.routes);
    new PlanningPages(visits, desks).register(config.routes);
    new ReleasePages(visits, desks).register(config.routes);
    api(config.routes);
    new AuditPages(visits, desks).register(config.routes);
  }

  private void signIn(RoutesConfig routes) {
    boolean secure = endpoint.certificate().isPresent();
    SignIn signIn = new SignIn(visits, desks.accounts(), secure, provider.isPresent());
    signIn.register(routes);
    provider
        .map(one -> new OidcPages(visits, signIn, desks.accounts(), one, desks.clock(), secure))
        .ifPresent(pages -> pages.register(routes));
  }

  private void api(RoutesConfig routes) {
    Operations operations = new Operations(routes, visits, new Repeats(desks.clock()));
    new SiteApi(desks).register(operations);
    new IncidentApi(desks).register(operations);
    new IncidentSteps(desks).register(operations);
    new CoverApi(desks).register(operations);
    new OrderApi(desks).register(operations);
    new CustodyApi(desks).register(operations);
    new DocumentPages(visits, operations).register(routes);
  }

  private ServerConnector tls(Server jetty, HttpConfiguration http) {
    try {
      return TlsConnector.on(jetty, http, endpoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each route as the server has it, such as {@code GET /cases/{id}}. */
  public List<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(one -> "%s %s".formatted(one.endpoint.method.name(), one.endpoint.path))
        .toList();
  }

  /** Where it is. */
  public String address() {
    return endpoint.address(server.port());
  }

  @Override
  public void close() {
    events.close();
    server.stop();
  }
}
