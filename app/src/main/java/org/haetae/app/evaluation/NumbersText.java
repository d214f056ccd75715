package org.haetae.app.evaluation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.ErrorCurve.Point;
import org.haetae.console.site.Measurement;

/** An evaluation's numbers as lines of text, and back: whatever isn't exactly that is nothing. */
final class NumbersText {
  private static final String FIRST = "haetae evaluation 1";
  private static final String LAST = "end";
  private static final int MOST_POINTS = 2000;

  /** From one point to the next at least one of the counts changes by this share. */
  private static final double STEP = 0.05;

  /** Shares of false positives whose thresholds are kept exactly, as the command prints them. */
  private static final double[] MAIN_RATES = {1e-1, 1e-2, 1e-3, 1e-4};

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
  private static final Pattern THRESHOLD = Pattern.compile("-?[01]\\.[0-9]{6}");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9T:-]{14}Z");
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9@._:/+-]{1,100}");

  private NumbersText() {}

  static String of(Evaluation evaluation, Instant measured) {
    List<String> lines = new ArrayList<>();
    lines.add(FIRST);
    lines.add("measured " + measured.truncatedTo(ChronoUnit.SECONDS));
    lines.add("model " + evaluation.model());
    lines.add("people " + evaluation.identities());
    lines.add("photographs " + evaluation.photographs());
    lines.add("without-face " + evaluation.notEnrolled().size());
    add(lines, "pairs", evaluation.verification());
    add(lines, "searches", evaluation.identification());
    lines.add(LAST);
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String name, ErrorRates rates) {
    ErrorCurve curve = curve(rates);
    lines.add(
        "%s %d %d %d".formatted(name, curve.genuine(), curve.impostor(), curve.points().size()));
    for (Point point : curve.points()) {
      lines.add(
          String.format(
              Locale.ROOT, "%.6f %d %d", point.threshold(), point.accepted(), point.missed()));
    }
  }

  /** Few enough points to draw, at which the counts are exact. */
  static ErrorCurve curve(ErrorRates rates) {
    double[] genuine = rates.genuine();
    double[] impostor = rates.impostor();
    Set<Double> main =
        DoubleStream.of(MAIN_RATES).mapToObj(rates::thresholdAt).collect(Collectors.toSet());
    List<Point> points = new ArrayList<>();
    for (double threshold : rates.thresholds()) {
      // What is written is the rounded threshold, so the counts are taken there.
      double rounded = Math.ceil(threshold * 1e6) / 1e6;
      Point point =
          new Point(
              rounded,
              Math.round(rates.falseAcceptRate(rounded) * impostor.length),
              Math.round(rates.falseRejectRate(rounded) * genuine.length));
      if (points.isEmpty()
          || isFar(points.getLast(), point)
          || (main.contains(threshold) && point.threshold() > points.getLast().threshold())) {
        points.add(point);
      }
    }
    return new ErrorCurve(genuine.length, impostor.length, points);
  }

  private static boolean isFar(Point before, Point point) {
    return point.threshold() > before.threshold()
        && (before.accepted() - point.accepted() > STEP * before.accepted()
            || point.missed() - before.missed() > STEP * before.missed());
  }

  /** Empty where the text is anything else than what {@link #of} writes. */
  static Optional<Measurement.Errors> parse(String text) {
    if (!text.endsWith("\n" + LAST + "\n")) {
      return Optional.empty();
    }
    Iterator<String> lines = text.lines().iterator();
    try {
      exactly(FIRST, lines.next());
      Measurement.Errors errors =
          new Measurement.Errors(
              Instant.parse(field("measured", TIME, lines.next())),
              field("model", MODEL, lines.next()),
              Long.parseLong(field("people", COUNT, lines.next())),
              Long.parseLong(field("photographs", COUNT, lines.next())),
              Long.parseLong(field("without-face", COUNT, lines.next())),
              curve("pairs", lines),
              curve("searches", lines));
      exactly(LAST, lines.next());
      return lines.hasNext() ? Optional.empty() : Optional.of(errors);
    } catch (NoSuchElementException | DateTimeException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private static ErrorCurve curve(String name, Iterator<String> lines) {
    Matcher head = matched(name + " (COUNT) (COUNT) (COUNT)", lines.next());
    long many = Long.parseLong(head.group(3));
    if (many > MOST_POINTS) {
      throw new IllegalArgumentException("too many points");
    }
    List<Point> points = new ArrayList<>();
    for (long i = 0; i < many; i++) {
      Matcher point = matched("(THRESHOLD) (COUNT) (COUNT)", lines.next());
      points.add(
          new Point(
              Double.parseDouble(point.group(1)),
              Long.parseLong(point.group(2)),
              Long.parseLong(point.group(3))));
    }
    return new ErrorCurve(Long.parseLong(head.group(1)), Long.parseLong(head.group(2)), points);
  }

  private static Matcher matched(String shape, String line) {
    Matcher matcher =
        Pattern.compile(
                shape.replace("COUNT", COUNT.pattern()).replace("THRESHOLD", THRESHOLD.pattern()))
            .matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("another line was expected");
    }
    return matcher;
  }

  private static String field(String name, Pattern value, String line) {
    return matched(name + " (" + value.pattern() + ")", line).group(1);
  }

  private static void exactly(String expected, String line) {
    if (!line.equals(expected)) {
      throw new IllegalArgumentException("another line was expected");
    }
  }
}
