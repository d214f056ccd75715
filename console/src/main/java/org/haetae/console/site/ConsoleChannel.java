package org.haetae.console.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Notice;

/**
 * The console as a channel. A notice counts as taken over when every open page was told; that
 * nobody looks at a page is what escalation is for. Safe for many threads.
 */
public final class ConsoleChannel implements Channel {
  /** As the plans of a site name it. */
  public static final String NAME = "console";

  private final List<Consumer<Notice>> pages = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void send(Notice notice) {
    pages.forEach(page -> page.accept(notice));
  }

  /** Tells {@code page} of each notice from now on, until the returned action is run. */
  public Runnable listen(Consumer<Notice> page) {
    pages.add(page);
    return () -> pages.remove(page);
  }
}
