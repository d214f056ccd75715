package org.haetae.app.live;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code haetae run} says of where it is. Filled by one thread, asked by any. */
public final class Announced {
  private static final Pattern METRICS = Pattern.compile("metrics: (http://\\S+metrics) ");
  private static final Pattern FIRST = Pattern.compile("within two days: (http://\\S+)");
  private static final long LONGEST_SECONDS = 60;

  private final CompletableFuture<String> metrics = new CompletableFuture<>();
  private final CompletableFuture<String> first = new CompletableFuture<>();

  /** A line that it printed. */
  public void hear(String line) {
    found(METRICS, line, metrics);
    found(FIRST, line, first);
  }

  private static void found(Pattern what, String line, CompletableFuture<String> into) {
    Matcher found = what.matcher(line);
    if (found.find()) {
      into.complete(found.group(1));
    }
  }

  /** It prints no more. */
  public void ended() {
    IOException early = new IOException("haetae ended before it said where it is");
    metrics.completeExceptionally(early);
    first.completeExceptionally(early);
  }

  /** The address of its metrics. */
  public String metrics() throws IOException, InterruptedException {
    return said(metrics);
  }

  /** The link by which the first account of a new site is set up. */
  public String firstLink() throws IOException, InterruptedException {
    return said(first);
  }

  private static String said(CompletableFuture<String> what)
      throws IOException, InterruptedException {
    try {
      return what.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("haetae has no page; its log says why", e);
    }
  }
}
