package org.haetae.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.enrolment.PeopleFolder;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.evaluation.ErrorRates;
import org.haetae.app.evaluation.Evaluation;
import org.haetae.app.evaluation.NumbersFile;
import org.haetae.app.evaluation.ReportPage;
import org.haetae.app.evaluation.Sample;
import org.haetae.app.evaluation.sheet.VideoReportPage;
import org.haetae.app.evaluation.video.VideoEvaluation;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import org.haetae.pipeline.sighting.AnalysisSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the recogniser on labelled photographs, or the whole pipeline on recordings. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the recogniser on labelled photographs: DATASET_DIR/<identity>/*.jpg, at least two"
          + " people, at least one of them with two photographs.",
      "Reports failures to enrol, true accept rates at false accept rates of 1e-2, 1e-3 and 1e-4,"
          + " the equal error rate, and open-set identification errors.",
      "With --video: measures the whole pipeline on recordings with a truth: who was alerted, how"
          + " soon, why the others were missed, and who was taken for somebody, with intervals.",
      ""
    },
    footer = {
      "",
      "Examples: haetae evaluate people --report report.html --config site.yaml",
      "          haetae evaluate --video clips --watchlist people --report video.html",
      "          haetae evaluate --video clips --watchlist people --rotate --config site.yaml",
      "Exit codes: 0 measured, 1 a photograph showed no face, 2 the data set can't be used, 3 the"
          + " weights are missing or altered."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATASET_DIR",
      arity = "0..1",
      description = "One folder of photographs for each person.")
  private Optional<Path> photographsOf = Optional.empty();

  @Mixin private VideoEvaluationRun video = new VideoEvaluationRun();

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page with curves and histograms.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "SITE.yaml",
      description =
          "Measure as this site is set, and leave the numbers, without faces and names, beside its"
              + " database: its page of the evaluation shows them, and with --video each alert"
              + " says them from the site's next start on.")
  private Optional<Path> config = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (video.clips().isPresent()) {
      return recordings(video.clips().get());
    }
    Path dataSet =
        photographsOf.orElseThrow(
            () ->
                new Problem(
                    ExitCode.USAGE, "name what to measure on: DATASET_DIR or --video CLIPS_DIR"));
    return photographs(dataSet);
  }

  private int recordings(Path clips) throws IOException {
    if (photographsOf.isPresent()) {
      throw new Problem(ExitCode.USAGE, "name DATASET_DIR or --video CLIPS_DIR, not both");
    }
    Optional<Site> site = config.map(SiteFiles::read);
    Optional<NumbersFile<RecordingErrors>> numbers =
        site.map(this::records).map(NumbersFile::recordings);
    AnalysisSettings settings =
        video.settings(site.map(Site::analysis).orElseGet(AnalysisSettings::standard));
    Eyes eyes = site.map(SiteFiles::eyes).orElseGet(Eyes::standard);
    VideoEvaluation evaluation = video.measure(clips, eyes, settings);
    if (json) {
      VideoEvaluationPrint.json(evaluation, System.out);
    } else {
      VideoEvaluationPrint.text(evaluation, System.out);
    }
    if (report.isPresent()) {
      Files.writeString(report.get(), VideoReportPage.of(evaluation, clips.toString()));
      System.err.println("report written to " + report.get());
    }
    if (numbers.isPresent()) {
      leave(numbers.get(), evaluation.numbers(settings.evidence(), Instant.now()));
    }
    return ExitCode.DONE.value();
  }

  private int photographs(Path dataSet) throws IOException {
    Map<String, List<Path>> people = PeopleFolder.read(dataSet);
    Optional<Site> site = config.map(SiteFiles::read);
    Optional<NumbersFile<PhotographErrors>> numbers =
        site.map(this::records).map(NumbersFile::photographs);
    int photographs = people.values().stream().mapToInt(List::size).sum();
    List<Sample> samples = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    Eyes eyes = site.map(SiteFiles::eyes).orElseGet(Eyes::standard);
    Progress progress = Progress.onStandardError("evaluate", photographs);
    try (PhotoReader reader = new PhotoReader(eyes)) {
      people.forEach(
          (identity, files) -> {
            for (Path file : files) {
              reader
                  .largestFace(file)
                  .ifPresentOrElse(
                      read ->
                          samples.add(
                              new Sample(
                                  identity,
                                  file.getFileName().toString(),
                                  read.template().embedding(),
                                  read.face().box().height())),
                      () -> missed.add(file.toString()));
              progress.at(samples.size() + missed.size(), "");
            }
          });
    }
    progress.done("%d photographs".formatted(photographs));
    Evaluation evaluation = evaluation(samples, photographs, missed, eyes.model().toString());
    print(evaluation);
    if (report.isPresent()) {
      Files.writeString(report.get(), ReportPage.of(evaluation, dataSet.toString()));
      System.err.println("report written to " + report.get());
    }
    if (numbers.isPresent()) {
      leave(numbers.get(), evaluation.numbers(Instant.now()));
    }
    return (missed.isEmpty() ? ExitCode.DONE : ExitCode.FAILURE_FOUND).value();
  }

  private static <T extends Record> void leave(NumbersFile<T> file, T numbers) throws IOException {
    file.write(numbers);
    System.err.println("numbers for the site's page written to " + file.path());
  }

  private Records records(Site site) {
    return site.casework()
        .records()
        .orElseThrow(
            () ->
                new Problem(
                    ExitCode.USAGE,
                    "%s keeps no database, so there is no place for numbers: name one under \"casework: database:\", or leave --config out"
                        .formatted(config.map(Path::toString).orElse("the site"))));
  }

  private static Evaluation evaluation(
      List<Sample> samples, int photographs, List<String> missed, String model) {
    try {
      return Evaluation.of(samples, photographs, missed, model);
    } catch (IllegalArgumentException e) {
      throw new Problem(
          ExitCode.USAGE,
          "too few faces were found to measure anything: at least two people and two photographs of"
              + " one of them are needed",
          e);
    }
  }

  private void print(Evaluation evaluation) {
    ErrorRates pairs = evaluation.verification();
    ErrorRates searches = evaluation.identification();
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "evaluation");
      line.put("model", evaluation.model());
      line.put("identities", evaluation.identities());
      line.put("photographs", evaluation.photographs());
      line.put("failuresToEnrol", evaluation.notEnrolled());
      line.put("genuinePairs", pairs.genuine().length);
      line.put("impostorPairs", pairs.impostor().length);
      for (double far : new double[] {1e-2, 1e-3, 1e-4}) {
        double threshold = pairs.thresholdAt(far);
        line.put(
            "tarAtFar" + exponent(far), JsonLines.round(1 - pairs.falseRejectRate(threshold), 4));
        line.put("thresholdAtFar" + exponent(far), JsonLines.round(threshold, 4));
      }
      line.put("eer", JsonLines.round(pairs.equalErrorRate(), 4));
      for (double fpir : new double[] {1e-1, 1e-2}) {
        double threshold = searches.thresholdAt(fpir);
        line.put(
            "fnirAtFpir" + exponent(fpir), JsonLines.round(searches.falseRejectRate(threshold), 4));
        line.put("thresholdAtFpir" + exponent(fpir), JsonLines.round(threshold, 4));
      }
      JsonLines.write(System.out, line);
      return;
    }
    System.out.printf(
        "%d photographs of %d people, %d failures to enrol; %d genuine and %d impostor pairs%n",
        evaluation.photographs(),
        evaluation.identities(),
        evaluation.notEnrolled().size(),
        pairs.genuine().length,
        pairs.impostor().length);
    evaluation.notEnrolled().forEach(file -> System.out.println("  no face found in " + file));
    for (double far : new double[] {1e-2, 1e-3, 1e-4}) {
      double threshold = pairs.thresholdAt(far);
      System.out.printf(
          Locale.ROOT,
          "TAR %.4f at FAR %.0e (threshold %.3f)%n",
          1 - pairs.falseRejectRate(threshold),
          far,
          threshold);
    }
    System.out.printf(Locale.ROOT, "EER %.4f%n", pairs.equalErrorRate());
    for (double fpir : new double[] {1e-1, 1e-2}) {
      double threshold = searches.thresholdAt(fpir);
      System.out.printf(
          Locale.ROOT,
          "FNIR %.4f at FPIR %.0e (threshold %.3f)%n",
          searches.falseRejectRate(threshold),
          fpir,
          threshold);
    }
  }

  private static String exponent(double rate) {
    return "1e" + Math.round(Math.log10(rate));
  }
}
