package org.haetae.app.evaluation.sheet;

import java.util.Locale;
import java.util.stream.Collectors;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Setting;
import org.haetae.app.evaluation.video.VideoEvaluation;

/** The whole page. */
public final class VideoReportPage {
  private VideoReportPage() {}

  /**
   * @param clips where the recordings are, for the reader
   */
  public static String of(VideoEvaluation evaluation, String clips) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Haetae evaluation on recordings</title>
    <style>body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1b19}
    table{border-collapse:collapse;width:100%%;margin:.5rem 0 1rem}td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:right;vertical-align:top}
    td:first-child,th:first-child,.words{text-align:left}td{white-space:nowrap}td:first-child,td.words{white-space:normal}small{color:#555;font-size:.8rem}svg{width:100%%;height:auto;background:#fbfaf7}
    text{font:13px system-ui,sans-serif;fill:#444}.grid{stroke:#ddd}.zero{stroke:#888;stroke-dasharray:4 3}.band{fill:#2a6f6f;fill-opacity:.16}
    .curve{fill:none;stroke:#2a6f6f;stroke-width:2.5}.second{fill:none;stroke:#b3261e;stroke-width:2;stroke-dasharray:6 4}.cross{stroke:#b3261e;stroke-width:1.5}.here{fill:#b3261e}</style>
    <h1>Evaluation on recordings</h1>
    <p>%s</p>
    <h2>Rates</h2>%s%s
    <h2>Misses by cause</h2><p>The last stage of the pipeline that any track of the passage came to.</p>%s
    <h2>Time to the alert</h2>%s%s
    <p>Solid: from the first face that is turned to the camera and 48 pixels high; dashed: from the first that is turned to it. Times are the recording's; a negative one came before the face was so high. A passage without an alert keeps its curve below 100 %%. The median is of those that were alerted.</p>
    <h2>Detection error trade-off</h2>%s
    <p>The target rate moves, and with it both thresholds that follow from it, on the mean cosine and on the sum of the looks. The dot is where the pipeline stands, its arms are the intervals of both rates, the band is that of the misses. Towards stricter targets the curve is a little too high: once somebody is known, fewer looks are taken.</p>
    %s
    <p>What other targets would have given. Solid: passages of people who are looked for, alerted (TPIR), with their band; dashed: tracks of anybody else, alerted (FPIR). The vertical line is the target that was set.</p>
    <h2>By condition</h2><p>Read no rate without its interval and what it comes from. A passage's height and light are those at the truth's boxes, and so is its yaw where the truth gives it, else that of the found faces; a look's and a track's are their own.</p>%s
    <h2>Every passage of somebody who is looked for</h2>%s</html>
    """
        .formatted(
            setting(evaluation.setting(), clips),
            Tables.rates(evaluation),
            method(evaluation),
            Tables.misses(evaluation.misses()),
            Tables.delays(evaluation.sinceTelling(), evaluation.sinceAppeared()),
            DelayChart.of(evaluation.sinceTelling(), evaluation.sinceAppeared()),
            TradeoffChart.of(evaluation.tradeoff()),
            TargetChart.of(evaluation.tradeoff(), evaluation.setting().demands().targetRate()),
            evaluation.breakdowns().stream().map(Tables::breakdown).collect(Collectors.joining()),
            Tables.passages(evaluation.searches().mated()));
  }

  private static String setting(Setting setting, String clips) {
    return String.format(
        Locale.ROOT,
        "%d recordings (%.0f s) in <code>%s</code>, every frame of them, through the whole pipeline"
            + " with <code>%s</code>. Gallery N = %d%s. Target FPIR %s a track, from which follow a"
            + " threshold of %.3f for the mean cosine and %.2f for the sum of the looks, of which"
            + " there must be %d.",
        setting.clips(),
        setting.seconds(),
        Html.text(clips),
        Html.text(setting.model()),
        setting.demands().gallerySize(),
        setting.rotated() ? ", and each person in it was left out once" : "",
        Html.percent(setting.demands().targetRate()),
        setting.demands().threshold(),
        setting.demands().ratio(),
        setting.demands().fewestLooks());
  }

  private static String method(VideoEvaluation evaluation) {
    return """
    <p>After ISO/IEC 19795-1. %d more tracks of others had no look and were compared with nobody. Intervals: percentiles of a bootstrap over people (%d resamples, seed %d); * where all or none, or fewer than %d people, Clopper and Pearson's with people for trials.</p>
    """
        .formatted(
            evaluation.searches().notCompared(),
            evaluation.bootstrap().resamples(),
            evaluation.bootstrap().seed(),
            Bootstrap.FEWEST_PEOPLE);
  }
}
