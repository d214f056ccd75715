package org.haetae.console.evaluation;

import java.util.List;
import java.util.Optional;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.PhotographErrors;

/** An evaluation as the page shows it: two lines on a sheet and their main points in a table. */
public final class DetView {
  public static final int SIDE = DetSheet.SIDE;

  private final PhotographErrors errors;
  private final DetSheet sheet;

  DetView(PhotographErrors errors) {
    this.errors = errors;
    this.sheet = DetSheet.of(errors.pairs(), errors.searches());
  }

  /** A power of ten on an axis, and where. */
  public record Tick(double at, double percent) {}

  /**
   * One of the table's rows.
   *
   * @param rate share of false positives that is allowed
   */
  public record Row(double rate, Optional<Cell> pairs, Optional<Cell> searches) {}

  /** A threshold and the share that it misses. */
  public record Cell(double threshold, double misses) {}

  public PhotographErrors errors() {
    return errors;
  }

  public List<Tick> right() {
    return sheet.right().stream().map(power -> tick(sheet.x(Math.pow(10, power)), power)).toList();
  }

  public List<Tick> up() {
    return sheet.up().stream().map(power -> tick(sheet.y(Math.pow(10, power)), power)).toList();
  }

  private static Tick tick(double at, int power) {
    return new Tick(Math.round(10 * at) / 10.0, 100 * Math.pow(10, power));
  }

  public String pairs() {
    return sheet.points(errors.pairs());
  }

  public String searches() {
    return sheet.points(errors.searches());
  }

  public List<Row> rows() {
    return ErrorCurve.MAIN_RATES.stream()
        .map(rate -> new Row(rate, cell(errors.pairs(), rate), cell(errors.searches(), rate)))
        .filter(row -> row.pairs().isPresent() || row.searches().isPresent())
        .toList();
  }

  private static Optional<Cell> cell(ErrorCurve curve, double rate) {
    return curve.at(rate).map(point -> new Cell(point.threshold(), curve.misses(point)));
  }
}
