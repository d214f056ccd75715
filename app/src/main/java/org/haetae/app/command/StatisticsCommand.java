package org.haetae.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.statistics.CountChart;
import org.haetae.app.statistics.CountTable;
import org.haetae.app.statistics.Csv;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.statistics.Dimension;
import org.haetae.casework.statistics.IssueTimes;
import org.haetae.casework.statistics.MonthlyCounts;
import org.haetae.casework.statistics.SmallCells;
import org.haetae.casework.store.StoredLedger;
import org.haetae.domain.id.StationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Counts by month. */
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description = {
      "Counts cases (or measures) by month, as CSV on the standard output. Cells of fewer than five"
          + " people are hidden, and so is what would give them away.",
      ""
    },
    footer = {
      "",
      "Examples: haetae statistics --config site.yaml --by offence --from 2026-01 --until 2026-12",
      "          haetae statistics --config site.yaml --by station --chart cases.svg",
      "          haetae statistics --config site.yaml --issue-times",
      "Exit codes: 0 done, 2 the file or the months have problems, 3 the database can't be read."
    })
final class StatisticsCommand implements Callable<Integer> {
  private static final SmallCells RULE = new SmallCells(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file, which names the database.")
  private Path config = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "OFFENCE",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Dimension by = Dimension.OFFENCE;

  @Option(
      names = "--from",
      paramLabel = "MONTH",
      description = "The first month, such as 2026-01. Default: a year before the last.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--until", paramLabel = "MONTH", description = "The last. Default: this month.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Also draw the sums of the months as an SVG file.")
  private Optional<Path> chart = Optional.empty();

  @Option(
      names = "--issue-times",
      description =
          "Instead: how long it took from asking for a watch to having it, by station (half, nine"
              + " tenths and all of them within).")
  private boolean issueTimes;

  @Override
  public Integer call() {
    Site site = SiteFiles.read(config);
    Records records = SiteFiles.records(site, config);
    return SiteFiles.withStore(
        records,
        "haetae statistics",
        store -> {
          Office office = new Office(new StoredLedger(store));
          List<CaseFile> cases = office.look(files -> List.copyOf(files.cases()));
          if (issueTimes) {
            tell(IssueTimes.byStation(cases));
          } else {
            tell(cases, store.read(in -> in.orders().all()), site.plan().watches().zone());
          }
          return ExitCode.DONE.value();
        });
  }

  private void tell(List<CaseFile> cases, List<OrderFile> orders, ZoneId zone) {
    YearMonth last = until.map(this::month).orElseGet(() -> YearMonth.now(zone));
    YearMonth first = from.map(this::month).orElseGet(() -> last.minusMonths(11));
    if (first.isAfter(last)) {
      throw new ParameterException(
          spec.commandLine(), "--from must not be after --until: %s, %s".formatted(first, last));
    }
    CountTable table =
        CountTable.of(new MonthlyCounts(zone, first, last).of(cases, orders, by), RULE);
    table.texts().forEach(line -> System.out.println(Csv.line(line)));
    chart.ifPresent(
        file -> draw(file, CountChart.svg("By " + by.name().toLowerCase(Locale.ROOT), table)));
  }

  private static void tell(NavigableMap<StationId, IssueTimes> times) {
    System.out.println("station,watches,half,nine tenths,all");
    times.forEach(
        (station, its) ->
            System.out.println(
                Csv.line(
                    List.of(
                        station.value(),
                        Integer.toString(its.times().size()),
                        words(its.within(0.5)),
                        words(its.within(0.9)),
                        words(its.within(1))))));
  }

  private static String words(Optional<Duration> time) {
    return time.map(t -> t.toDays() >= 2 ? t.toDays() + " d" : t.toHours() + " h").orElse("");
  }

  private YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), "\"%s\" is no month: write it as 2026-01".formatted(text));
    }
  }

  private static void draw(Path file, String svg) {
    try {
      Files.writeString(file, svg, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE, "the chart can't be written to %s".formatted(file), e);
    }
  }
}
