package org.haetae.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.scan.ScanResult;
import org.haetae.app.scan.VideoScanner;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.looks.LookPolicy;
import org.haetae.pipeline.sighting.AnalysisSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches recordings for the people of a watchlist folder. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Searches recordings for the people of a watchlist folder.",
      "The folder holds one folder of photographs for each subject: DIR/<subject>/*.jpg. A subject"
          + " is reported once for each track (one face followed through the pictures) with enough"
          + " evidence; everybody else stays unnamed.",
      ""
    },
    footer = {
      "",
      "Example: haetae scan door.mp4 yard.mp4 --watchlist people --json > sightings.jsonl",
      "Exit codes: 0 all videos were read (whether or not somebody was seen), 1 a video could not"
          + " be read, 2 the watchlist or the command line is wrong, 3 the weights are missing or"
          + " altered."
    })
final class ScanCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "VIDEO",
      arity = "1..*",
      description = "Video files of any kind that FFmpeg reads.")
  private List<Path> videos = List.of();

  @Option(
      names = "--watchlist",
      required = true,
      paramLabel = "DIR",
      description = "Folder of subjects.")
  private Path watchlist = Path.of("");

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  @Option(
      names = "--smallest-face",
      paramLabel = "PIXELS",
      defaultValue = "24",
      description = "Height of the smallest face worth finding (default: ${DEFAULT-VALUE}).")
  private int smallestFace = 24;

  @Option(
      names = "--false-positive-rate",
      paramLabel = "RATE",
      defaultValue = "0.0001",
      description =
          "Share of strangers' tracks that may be taken for a subject (default: ${DEFAULT-VALUE}).")
  private double falsePositiveRate = 1e-4;

  @Override
  public Integer call() {
    AnalysisSettings settings = settings();
    Eyes eyes = Eyes.standard();
    WatchlistFolder.Reading people;
    try (PhotoReader reader = new PhotoReader(eyes)) {
      people = WatchlistFolder.read(watchlist, reader);
    }
    people.refused().forEach(SiteFiles::tell);
    boolean failed = false;
    try (VideoScanner scanner = new VideoScanner(eyes, people.entries(), settings)) {
      for (Path video : videos) {
        failed |= !scan(scanner, video);
      }
    }
    return (failed ? ExitCode.FAILURE_FOUND : ExitCode.DONE).value();
  }

  private AnalysisSettings settings() {
    try {
      return new AnalysisSettings(
          new DetectionSettings(smallestFace, 0, 0.4, 1),
          LookPolicy.standard(),
          EvidencePolicy.standard().withFalsePositiveRate(falsePositiveRate));
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private boolean scan(VideoScanner scanner, Path video) {
    try {
      ScanResult result =
          scanner.scan(
              video, frames -> Progress.onStandardError(video.getFileName().toString(), frames));
      result.sightings().forEach(sighting -> print(video, sighting));
      print(video, result);
      return true;
    } catch (CaptureException e) {
      System.err.println("haetae: " + e.getMessage());
      return false;
    }
  }

  private void print(Path video, ScanResult.Seen seen) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "sighting");
      line.put("video", video.toString());
      line.put("track", seen.track());
      line.put("subject", seen.subject().value());
      line.put("score", JsonLines.round(seen.score(), 4));
      line.put("firstSeen", JsonLines.round(seen.firstSeen(), 3));
      line.put("lastSeen", JsonLines.round(seen.lastSeen(), 3));
      line.put("faceHeight", Math.round(seen.box().height()));
      line.put(
          "box",
          List.of(
              Math.round(seen.box().x()),
              Math.round(seen.box().y()),
              Math.round(seen.box().width()),
              Math.round(seen.box().height())));
      JsonLines.write(System.out, line);
    } else {
      System.out.printf(
          "%s  %s seen from %.1f s to %.1f s, score %.2f (threshold %.2f), face %d px high%n",
          video.getFileName(),
          seen.subject(),
          seen.firstSeen(),
          seen.lastSeen(),
          seen.score(),
          seen.threshold(),
          Math.round(seen.box().height()));
    }
  }

  private void print(Path video, ScanResult result) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "summary");
      line.put("video", video.toString());
      line.put("frames", result.frames());
      line.put("analysed", result.counts().analysed());
      line.put("faces", result.counts().faces());
      line.put("tracks", result.counts().tracks());
      line.put("sightings", result.counts().sightings());
      line.put("seconds", JsonLines.round(result.seconds(), 3));
      line.put("realtimeFactor", JsonLines.round(result.realtimeFactor(), 2));
      JsonLines.write(System.out, line);
    } else {
      System.out.printf(
          "%s  %d frames, %d faces in %d tracks, %d sightings; %.1f s at %.1f times real time%n",
          video.getFileName(),
          result.frames(),
          result.counts().faces(),
          result.counts().tracks(),
          result.counts().sightings(),
          result.seconds(),
          result.realtimeFactor());
    }
  }
}
