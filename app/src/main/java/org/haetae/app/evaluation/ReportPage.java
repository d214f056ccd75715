package org.haetae.app.evaluation;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** An evaluation as one HTML file with its curves as SVG; nothing is fetched from anywhere. */
public final class ReportPage {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 64;
  private static final int BOTTOM = 48;

  private ReportPage() {}

  /** The whole page. */
  public static String of(Evaluation evaluation, String dataSet) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Haetae evaluation</title>
    <style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c1b19}
    table{border-collapse:collapse;width:100%%}td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:right}
    td:first-child,th:first-child{text-align:left}svg{width:100%%;height:auto;background:#fbfaf7}text{font:13px system-ui,sans-serif;fill:#444}</style>
    <h1>Evaluation of %s</h1>
    <p>%d photographs of %d people in <code>%s</code>; no face was found in %d of them. Every pair was compared once: %d of one person, %d of two.</p>
    <h2>Verification</h2><table><tr><th>false accept rate<th>threshold<th>true accept rate</tr>%s</table>
    <p>Equal error rate %s.</p>
    <h2>Detection error trade-off</h2>%s
    <h2>Scores</h2>%s<p>Filled: pairs of one person. Outlined: pairs of two people. The cosine runs from −0.4 to 1.</p>
    <h2>Open-set identification</h2><p>Each photograph searched for once with and once without its own person in the gallery.</p>
    <table><tr><th>false-positive identification rate<th>threshold<th>false-negative identification rate</tr>%s</table>
    <p>With %d non-mated searches a rate below %s can't be told from none.</p></html>
    """
        .formatted(
            escape(evaluation.model()),
            evaluation.photographs(),
            evaluation.identities(),
            escape(dataSet),
            evaluation.notEnrolled().size(),
            evaluation.verification().genuine().length,
            evaluation.verification().impostor().length,
            verificationRows(evaluation.verification()),
            percent(evaluation.verification().equalErrorRate()),
            detCurve(evaluation.verification()),
            histograms(evaluation.verification()),
            identificationRows(evaluation.identification()),
            evaluation.identification().impostor().length,
            percent(1.0 / evaluation.identification().impostor().length));
  }

  private static String verificationRows(ErrorRates rates) {
    StringBuilder rows = new StringBuilder();
    for (double far : new double[] {1e-2, 1e-3, 1e-4}) {
      double threshold = rates.thresholdAt(far);
      rows.append(
          row(percent(far), number(threshold), percent(1 - rates.falseRejectRate(threshold))));
    }
    return rows.toString();
  }

  private static String identificationRows(ErrorRates rates) {
    StringBuilder rows = new StringBuilder();
    for (double fpir : new double[] {1e-1, 1e-2}) {
      double threshold = rates.thresholdAt(fpir);
      rows.append(row(percent(fpir), number(threshold), percent(rates.falseRejectRate(threshold))));
    }
    return rows.toString();
  }

  private static String row(String a, String b, String c) {
    return "<tr><td>" + a + "<td>" + b + "<td>" + c + "</tr>";
  }

  private static String detCurve(ErrorRates rates) {
    StringBuilder points = new StringBuilder();
    for (double threshold = -0.4; threshold <= 1; threshold += 0.005) {
      double x = LEFT + logShare(rates.falseAcceptRate(threshold)) * (WIDTH - LEFT - 16);
      double y =
          HEIGHT - BOTTOM - logShare(rates.falseRejectRate(threshold)) * (HEIGHT - BOTTOM - 16);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    StringBuilder grid = new StringBuilder();
    for (int decade = -4; decade <= 0; decade++) {
      double share = logShare(Math.pow(10, decade));
      double x = LEFT + share * (WIDTH - LEFT - 16);
      double y = HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 16);
      String label = percent(Math.pow(10, decade));
      grid.append(line(x, 16, x, HEIGHT - BOTTOM)).append(line(LEFT, y, WIDTH - 16, y));
      grid.append(text(x, HEIGHT - BOTTOM + 18, "middle", label));
      grid.append(text(LEFT - 6, y + 4, "end", label));
    }
    return svg(
        grid
            + "<polyline fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2.5\" points=\""
            + points
            + "\"/>"
            + text(
                (WIDTH + LEFT) / 2.0,
                HEIGHT - 8,
                "middle",
                "false accept rate (left axis: false reject rate)"));
  }

  /** 0.01 % and less at 0, 100 % at 1. */
  private static double logShare(double rate) {
    return (Math.log10(Math.max(1e-4, rate)) + 4) / 4;
  }

  private static String histograms(ErrorRates rates) {
    return svg(
        axis()
            + bars(rates.genuine(), "fill=\"#2a6f6f\" fill-opacity=\".75\"")
            + bars(rates.impostor(), "fill=\"none\" stroke=\"#b3261e\" stroke-width=\"1.5\""));
  }

  private static String axis() {
    StringBuilder out = new StringBuilder();
    DoubleUnaryOperator x = cosine -> LEFT + (cosine + 0.4) / 1.4 * (WIDTH - LEFT - 16);
    for (double cosine = -0.4; cosine <= 1.01; cosine += 0.2) {
      double at = x.applyAsDouble(cosine);
      out.append(line(at, 16, at, HEIGHT - BOTTOM));
      out.append(
          text(at, HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%.1f", cosine)));
    }
    return out.append(text((WIDTH + LEFT) / 2.0, HEIGHT - 8, "middle", "cosine")).toString();
  }

  private static String bars(double[] scores, String style) {
    int bins = 56;
    double[] counts = new double[bins];
    for (double score : scores) {
      counts[Math.clamp((int) ((score + 0.4) / 1.4 * bins), 0, bins - 1)] += 1.0 / scores.length;
    }
    double highest = 0;
    for (double count : counts) {
      highest = Math.max(highest, count);
    }
    StringBuilder out = new StringBuilder();
    double step = (double) (WIDTH - LEFT - 16) / bins;
    for (int i = 0; i < bins; i++) {
      double height = counts[i] / highest * (HEIGHT - BOTTOM - 24);
      if (height > 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>",
                LEFT + i * step,
                HEIGHT - BOTTOM - height,
                step - 1,
                height,
                style));
      }
    }
    return out.toString();
  }

  private static String svg(String content) {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\">%s</svg>".formatted(WIDTH, HEIGHT, content);
  }

  private static String line(double x0, double y0, double x1, double y1) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
        x0,
        y0,
        x1,
        y1);
  }

  private static String text(double x, double y, String anchor, String content) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        content);
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, rate > 0 && rate < 0.001 ? "%.2f %%" : "%.1f %%", rate * 100);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
