package org.haetae.console.live;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;

/**
 * Server-sent events (WHATWG HTML, 9.2): a word each time an alert is raised or somebody must be
 * told, a comment now and then so that either side notices when the other is gone. A page's stream
 * ends with its session, and a page that doesn't read loses words, never the house its memory.
 */
public final class Events implements AutoCloseable {
  private static final int MOST_WAITING = 100;
  private static final int SECONDS_BETWEEN_LOOKS = 10;

  private final Visits visits;
  private final Desks.Live live;
  private volatile boolean closing;

  public Events(Visits visits, Desks desks) {
    this.visits = visits;
    this.live = desks.live();
  }

  public void register(RoutesConfig routes) {
    routes.get("/events", visits.of(Section.WALL, this::tell));
  }

  private void tell(Visit visit) {
    BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    Runnable stopAlerts = live.alerts().listen(_ -> waiting.offer("alert"));
    Runnable stopNotices = live.channel().listen(_ -> waiting.offer("incidents"));
    Context ctx = visit.ctx();
    ctx.res().setContentType("text/event-stream");
    ctx.res().setCharacterEncoding("UTF-8");
    try {
      ServletOutputStream out = ctx.res().getOutputStream();
      write(out, ": hello\n\n");
      for (int second = 1; !closing; second++) {
        String word = waiting.poll(1, TimeUnit.SECONDS);
        write(out, word == null ? ": still here\n\n" : "event: %s\ndata: {}\n\n".formatted(word));
        if (second % SECONDS_BETWEEN_LOOKS == 0 && !visits.stillHere(visit)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException left) {
      // The page was closed, as every page is one day.
    } finally {
      stopAlerts.run();
      stopNotices.run();
    }
  }

  private static void write(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Ends all streams within a second. */
  @Override
  public void close() {
    closing = true;
  }
}
