package org.haetae.console;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import org.eclipse.jetty.io.Content;
import org.haetae.console.casefile.CasePages;
import org.haetae.console.custody.CustodyApi;
import org.haetae.console.home.HomePage;
import org.haetae.console.inspection.InspectionPages;
import org.haetae.console.inspection.PhotographIntake;
import org.haetae.console.planning.PlanningPages;
import org.haetae.console.release.ReleasePages;
import org.haetae.console.risk.RiskPages;
import org.haetae.console.support.SupportPages;
import org.haetae.console.watch.RequestPages;
import org.haetae.console.watch.StockPages;
import org.haetae.console.web.Guard;
import org.haetae.console.web.Problems;
import org.haetae.console.web.SignIn;
import org.haetae.console.web.Visits;

/**
 * The console: started once, closed once. It listens on this machine only, for nobody has to prove
 * yet who they are.
 */
public final class Console implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final long LARGEST_BODY = PhotographIntake.MOST_BYTES * 6;

  private final Desks desks;
  private final int port;
  private final Javalin server;

  /**
   * @param port 0 for any that is free
   */
  public Console(Desks desks, int port) {
    this.desks = desks;
    this.port = port;
    this.server = Javalin.create(this::configure);
  }

  /**
   * @throws IOException where the port is taken
   */
  public void start() throws IOException {
    try {
      var _ = server.start(HOST, port);
    } catch (JavalinBindException e) {
      throw new IOException("port %d of %s is taken".formatted(port, HOST), e);
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
    config.staticFiles.enableWebjars();
    config.staticFiles.add("/console-static", Location.CLASSPATH);

    Visits visits =
        new Visits(desks.accounts(), desks.office(), desks.plan().notices().zone(), desks.clock());
    new Guard(visits, LARGEST_BODY).register(config.routes);
    new Problems(visits).register(config.routes);
    new SignIn(visits, desks.accounts()).register(config.routes);
    new HomePage(visits, desks).register(config.routes);
    new CasePages(visits, desks).register(config.routes);
    new RiskPages(visits, desks).register(config.routes);
    new InspectionPages(visits, desks).register(config.routes);
    new SupportPages(visits, desks).register(config.routes);
    new RequestPages(visits, desks).register(config.routes);
    new StockPages(visits, desks).register(config.routes);
    new PlanningPages(visits, desks).register(config.routes);
    new ReleasePages(visits, desks).register(config.routes);
    new CustodyApi(visits, desks).register(config.routes);
  }

  /** Where it is. */
  public String address() {
    return "http://%s:%d/".formatted(HOST, server.port());
  }

  @Override
  public void close() {
    server.stop();
  }
}
