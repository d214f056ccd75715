package org.haetae.app.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Breakdown;
import org.haetae.app.evaluation.video.Delays;
import org.haetae.app.evaluation.video.MatedSearch;
import org.haetae.app.evaluation.video.MissCause;
import org.haetae.app.evaluation.video.NonMatedSearch;
import org.haetae.app.evaluation.video.Passage;
import org.haetae.app.evaluation.video.Rate;
import org.haetae.app.evaluation.video.VideoEvaluation;
import org.haetae.app.terminal.JsonLines;

/** An evaluation of recordings on standard output. */
final class VideoEvaluationPrint {
  private VideoEvaluationPrint() {}

  /**
   * One line for each passage of somebody who is looked for and each track of anybody else, of whom
   * nothing is said but numbers; then one with everything else.
   */
  static void json(VideoEvaluation evaluation, PrintStream out) {
    evaluation.searches().mated().forEach(one -> JsonLines.write(out, mated(one)));
    evaluation.searches().nonMated().forEach(one -> JsonLines.write(out, nonMated(one)));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "video-evaluation");
    line.put("model", evaluation.setting().model());
    line.put("clips", evaluation.setting().clips());
    line.put("seconds", JsonLines.round(evaluation.setting().seconds(), 2));
    line.put("rotated", evaluation.setting().rotated());
    line.put("gallery", evaluation.setting().demands().gallerySize());
    line.put("targetFpir", evaluation.setting().demands().targetRate());
    line.put("threshold", JsonLines.round(evaluation.setting().demands().threshold(), 4));
    line.put("requiredRatio", JsonLines.round(evaluation.setting().demands().ratio(), 3));
    line.put("tpir", rate(evaluation.identified()));
    line.put("fpir", rate(evaluation.falselyIdentified()));
    line.put("mistaken", rate(evaluation.mistaken()));
    line.put("notCompared", evaluation.searches().notCompared());
    Map<String, Object> misses = new LinkedHashMap<>();
    for (MissCause cause : MissCause.values()) {
      misses.put(cause.name(), evaluation.misses().getOrDefault(cause, 0));
    }
    line.put("misses", misses);
    line.put("secondsSince48px", delays(evaluation.sinceTelling()));
    line.put("secondsSinceFacing", delays(evaluation.sinceAppeared()));
    line.put("by", evaluation.breakdowns().stream().map(VideoEvaluationPrint::breakdown).toList());
    line.put("resamples", evaluation.bootstrap().resamples());
    line.put("seed", evaluation.bootstrap().seed());
    JsonLines.write(out, line);
  }

  private static Map<String, Object> mated(MatedSearch one) {
    Map<String, Object> line = new LinkedHashMap<>();
    Passage passage = one.passage();
    line.put("type", "passage");
    line.put("clip", passage.clip());
    line.put("person", passage.person());
    line.put("tracks", one.tracks());
    line.put("looks", one.looks().size());
    line.put("identified", one.cause().isEmpty());
    one.cause().ifPresent(cause -> line.put("cause", cause.name()));
    put(line, "alert", one.alertSeconds());
    put(line, "secondsSince48px", one.sinceTelling());
    put(line, "secondsSinceFacing", one.sinceAppeared());
    line.put("mistaken", one.mistaken());
    put(line, "margin", finite(one.margin()));
    put(line, "faceHeight", one.conditions().height());
    put(line, "yaw", one.conditions().yaw());
    put(line, "light", one.conditions().light());
    return line;
  }

  private static Map<String, Object> nonMated(NonMatedSearch one) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "track");
    line.put("looks", one.looks());
    line.put("identified", one.alerted());
    put(line, "margin", finite(one.margin()));
    put(line, "faceHeight", one.conditions().height());
    put(line, "yaw", one.conditions().yaw());
    put(line, "light", one.conditions().light());
    return line;
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static void put(Map<String, Object> line, String name, OptionalDouble value) {
    value.ifPresent(number -> line.put(name, JsonLines.round(number, 3)));
  }

  private static Map<String, Object> rate(Rate rate) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hits", rate.hits());
    map.put("trials", rate.trials());
    map.put("people", rate.people());
    if (rate.trials() > 0) {
      map.put("rate", JsonLines.round(rate.value(), 4));
    }
    map.put("low", JsonLines.round(rate.interval().low(), 4));
    map.put("high", JsonLines.round(rate.interval().high(), 4));
    map.put("interval", rate.interval().method().name());
    return map;
  }

  private static Map<String, Object> delays(Delays delays) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("alerted", delays.seconds().size());
    map.put("passages", delays.passages());
    map.put("people", delays.people());
    put(map, "median", delays.median());
    delays
        .interval()
        .ifPresent(
            interval -> {
              map.put("low", JsonLines.round(interval.low(), 3));
              map.put("high", JsonLines.round(interval.high(), 3));
              map.put("interval", interval.method().name());
            });
    return map;
  }

  private static Map<String, Object> breakdown(Breakdown breakdown) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("condition", breakdown.title());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Breakdown.Row row : breakdown.rows()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("band", row.band());
      one.put("tpir", rate(row.identified()));
      one.put("looksAboveThreshold", rate(row.alike()));
      one.put("fpir", rate(row.falselyIdentified()));
      rows.add(one);
    }
    map.put("rows", rows);
    return map;
  }

  /** The main numbers in words. */
  static void text(VideoEvaluation evaluation, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d recordings, %.0f s; gallery of %d%s; target FPIR %.0e, threshold %.3f%n",
        evaluation.setting().clips(),
        evaluation.setting().seconds(),
        evaluation.setting().demands().gallerySize(),
        evaluation.setting().rotated() ? ", each person in it also left out once" : "",
        evaluation.setting().demands().targetRate(),
        evaluation.setting().demands().threshold());
    out.printf("TPIR %s%n", words(evaluation.identified(), "passages"));
    out.printf(
        "FPIR %s; %d more tracks had no look%n",
        words(evaluation.falselyIdentified(), "tracks of others"),
        evaluation.searches().notCompared());
    out.printf("taken for somebody else %s%n", words(evaluation.mistaken(), "passages"));
    for (MatedSearch one : evaluation.searches().mated()) {
      one.cause()
          .ifPresent(
              cause ->
                  out.printf(
                      Locale.ROOT,
                      "missed: %s in %s, %s; %s%n",
                      one.passage().person(),
                      one.passage().clip(),
                      cause.word(),
                      face(one.passage())));
    }
    out.printf("alert after the face is 48 px high: %s%n", words(evaluation.sinceTelling()));
    out.printf("alert after the face first faces: %s%n", words(evaluation.sinceAppeared()));
    out.printf(
        "intervals of 95 %%: bootstrap over people, %d resamples, seed %d; Clopper-Pearson over"
            + " people where all or none, or fewer than %d%n",
        evaluation.bootstrap().resamples(), evaluation.bootstrap().seed(), Bootstrap.FEWEST_PEOPLE);
  }

  private static String face(Passage passage) {
    return passage.largestFacing() > 0
        ? String.format(Locale.ROOT, "largest face %.0f px", passage.largestFacing())
        : "never facing the camera";
  }

  private static String words(Rate rate, String unit) {
    return rate.trials() == 0
        ? "not measured, 0 of 0"
        : String.format(
            Locale.ROOT,
            "%.3f [%.3f, %.3f], %d of %d %s, %d people",
            rate.value(),
            rate.interval().low(),
            rate.interval().high(),
            rate.hits(),
            rate.trials(),
            unit,
            rate.people());
  }

  private static String words(Delays delays) {
    if (delays.median().isEmpty()) {
      return "no alert";
    }
    return String.format(
        Locale.ROOT,
        "median %.2f s%s, %d of %d passages, %d people",
        delays.median().getAsDouble(),
        delays
            .interval()
            .map(one -> String.format(Locale.ROOT, " [%.2f, %.2f]", one.low(), one.high()))
            .orElse(""),
        delays.seconds().size(),
        delays.passages(),
        delays.people());
  }
}
