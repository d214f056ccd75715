package org.haetae.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.haetae.app.Eyes;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.evaluation.clip.ClipPlayer;
import org.haetae.app.evaluation.clip.LabelledClip;
import org.haetae.app.evaluation.clip.LabelledClip.Somebody;
import org.haetae.app.evaluation.clip.TruthReader;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Searches;
import org.haetae.app.evaluation.video.Setting;
import org.haetae.app.evaluation.video.VideoEvaluation;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import org.haetae.casework.watchlist.SameFaces;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.sighting.AnalysisSettings;
import picocli.CommandLine.Option;

/** What {@code evaluate --video} is told, and how it measures. */
final class VideoEvaluationRun {
  @Option(
      names = "--video",
      paramLabel = "CLIPS_DIR",
      description =
          "Measure the whole pipeline on recordings instead: CLIPS_DIR holds NAME.mp4 and, beside"
              + " it, NAME.truth.json, which says who is in it when and where (docs/truth.md).")
  private Optional<Path> clips = Optional.empty();

  @Option(
      names = "--watchlist",
      paramLabel = "DIR",
      description =
          "Whom to look for in them: DIR/<person>/*.jpg, with the truths' names. Everybody else"
              + " must not alert.")
  private Optional<Path> watchlist = Optional.empty();

  @Option(
      names = "--rotate",
      description =
          "Play each recording again without each of its people on the watchlist, so that each is"
              + " searched for once as somebody who is looked for and once as a stranger.")
  private boolean rotate;

  @Option(
      names = "--false-positive-rate",
      paramLabel = "RATE",
      description =
          "With --video: share of strangers' tracks that may be taken for a subject (default: the"
              + " site's, or 0.0001).")
  private Optional<Double> falsePositiveRate = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "With --video: of the bootstrap (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--resamples",
      paramLabel = "NUMBER",
      defaultValue = "2000",
      description = "With --video: of the bootstrap, 1000 or more (default: ${DEFAULT-VALUE}).")
  private int resamples = 2000;

  /** The recordings' folder, where it is recordings that are to be measured. */
  Optional<Path> clips() {
    return clips;
  }

  /**
   * How the pipeline is set while it is measured.
   *
   * @param standing how a site has it, or how it is by itself
   */
  AnalysisSettings settings(AnalysisSettings standing) {
    try {
      EvidencePolicy evidence =
          falsePositiveRate
              .map(standing.evidence()::withFalsePositiveRate)
              .orElse(standing.evidence());
      return new AnalysisSettings(standing.detection(), standing.looks(), evidence);
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Plays all of them. */
  VideoEvaluation measure(Path folder, Eyes eyes, AnalysisSettings settings) {
    Bootstrap bootstrap;
    try {
      bootstrap = new Bootstrap(resamples, seed);
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    Path people =
        watchlist.orElseThrow(
            () ->
                new Problem(
                    ExitCode.USAGE, "--video needs --watchlist DIR: whom to look for in them"));
    List<LabelledClip> labelled = TruthReader.folder(folder);
    List<WatchlistEntry> entries = entries(people, eyes);
    if (rotate && entries.size() < 2) {
      throw new Problem(
          ExitCode.USAGE, "--rotate needs at least two people in %s".formatted(people));
    }
    Searches all = Searches.none();
    double seconds = 0;
    try (ClipPlayer player = new ClipPlayer(eyes, settings)) {
      for (LabelledClip clip : labelled) {
        all = all.and(searches(player, clip, entries));
        seconds += player.seconds();
      }
      return VideoEvaluation.of(
          all,
          new Setting(
              eyes.model().toString(),
              player.demands(entries.size()),
              labelled.size(),
              seconds,
              rotate),
          bootstrap);
    } catch (CaptureException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<WatchlistEntry> entries(Path people, Eyes eyes) {
    try (PhotoReader reader = new PhotoReader(eyes)) {
      WatchlistFolder.Reading reading = WatchlistFolder.readAll(people, reader);
      reading.refused().forEach(SiteFiles::tell);
      SameFaces.of(reading.entries())
          .forEach(
              pair ->
                  System.err.printf(
                      Locale.ROOT,
                      "haetae: %s and %s look like one person (cosine %.2f), a site would not enrol"
                          + " both%n",
                      pair.one(),
                      pair.other(),
                      pair.cosine()));
      return reading.entries();
    }
  }

  private Searches searches(ClipPlayer player, LabelledClip clip, List<WatchlistEntry> entries) {
    Searches all = Searches.of(player.play(clip, entries, bar(clip.name())));
    if (!rotate) {
      return all;
    }
    Set<String> present = clip.people().stream().map(Somebody::name).collect(Collectors.toSet());
    for (WatchlistEntry entry : entries) {
      String name = entry.respondent().value();
      if (present.contains(name)) {
        List<WatchlistEntry> others = entries.stream().filter(one -> !one.equals(entry)).toList();
        all =
            all.and(
                Searches.leftOut(
                    player.play(clip, others, bar(clip.name() + " without one")), name));
      }
    }
    return all;
  }

  private static LongFunction<Progress> bar(String label) {
    return frames -> Progress.onStandardError(label, frames);
  }
}
