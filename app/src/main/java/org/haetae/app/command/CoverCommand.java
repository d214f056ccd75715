package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.haetae.app.SiteFacts;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.cover.CoverText;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.store.ReadingTable;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is missing right now. */
@Command(
    name = "cover",
    mixinStandardHelpOptions = true,
    description = {
      "Says for each protected person, in one line, whether they are covered, or what is missing"
          + " and since when. It reads the casework's database; a site that runs writes there what"
          + " its cameras see.",
      ""
    },
    footer = {
      "",
      "Examples: haetae cover --config site.yaml",
      "          haetae cover --config site.yaml --details --case case-12",
      "          haetae cover --config site.yaml --at 2027-03-31T02:00    what will be missing"
          + " then?",
      "          haetae cover --config site.yaml --without camera-3       what if it failed?",
      "Exit codes: 0 everybody is covered, 1 something is missing, 2 the file has problems, 3 the"
          + " database can't be read."
    })
final class CoverCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file.")
  private Path config = Path.of("");

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Moments.class,
      description = "Ask for this time instead of now, if nothing happened meanwhile.")
  private Optional<Instant> at = Optional.empty();

  @Option(
      names = "--without",
      paramLabel = "CAMERA",
      description = "Ask as if this camera weren't there. May be repeated.")
  private List<String> without = new ArrayList<>();

  @Option(names = "--case", paramLabel = "ID", description = "Only this case.")
  private Optional<String> only = Optional.empty();

  @Option(names = "--missing", description = "Leave out who is covered.")
  private boolean missing;

  @Option(
      names = "--details",
      description = "Below each line every gap: whose it is, until when, and what to do.")
  private boolean details;

  @Option(names = "--json", description = "JSON Lines, one a person.")
  private boolean json;

  @Override
  public Integer call() {
    Site site = SiteFiles.read(config);
    Records records = SiteFiles.begun(site, config);
    return SiteFiles.withStore(
        records, "haetae cover", only.map(CoverCommand::file), store -> tell(site, store));
  }

  private static AuditSubject file(String id) {
    try {
      return AuditSubject.of(new CaseId(id));
    } catch (IllegalArgumentException e) {
      throw new Problem(ExitCode.USAGE, "there is no open case " + id, e);
    }
  }

  private int tell(Site site, Store store) {
    Instant now = at.orElseGet(Instant::now);
    CoverBook book = new CoverBook(new Office(new StoredLedger(store)), site.plan());
    book.begin(
        orders(site, store),
        store.read(in -> in.readings().watches()),
        false,
        view(site, store),
        now);
    List<CoverLine> lines =
        book.lines(now).stream().filter(line -> only.isEmpty() || names(line, only.get())).toList();
    if (only.isPresent() && lines.isEmpty()) {
      throw new Problem(ExitCode.USAGE, "there is no open case " + only.get());
    }
    CoverText text = new CoverText(now);
    lines.stream()
        .filter(line -> !missing || !line.covered())
        .forEach(line -> System.out.println(json ? text.json(line) : text.line(line, details)));
    if (!json) {
      System.out.println(text.summary(lines));
    }
    return lines.stream().allMatch(CoverLine::covered)
        ? ExitCode.DONE.value()
        : ExitCode.FAILURE_FOUND.value();
  }

  private static boolean names(CoverLine line, String id) {
    return line.file().map(file -> file.value().equals(id)).orElse(false);
  }

  /** What is written down counts; of the file only what isn't written down yet. */
  private static List<OrderFile> orders(Site site, Store store) {
    List<OrderFile> all = new ArrayList<>(store.read(in -> in.orders().all()));
    Set<OrderId> known = all.stream().map(file -> file.issued().id()).collect(Collectors.toSet());
    site.orders().stream().filter(file -> !known.contains(file.issued().id())).forEach(all::add);
    return all;
  }

  private SiteView view(Site site, Store store) {
    Optional<ReadingTable.Measured> measured = store.read(in -> in.readings().site(site.name()));
    SiteView view =
        SiteFacts.view(
            site,
            measured.map(ReadingTable.Measured::reading).orElse(SiteReading.NOTHING),
            Optional.of(measured.map(ReadingTable.Measured::at).orElse(Instant.EPOCH)));
    for (String camera : without) {
      CameraId id = new CameraId(camera);
      if (site.cameras().stream().noneMatch(one -> one.camera().id().equals(id))) {
        throw new Problem(
            ExitCode.USAGE,
            "the site has no camera %s; it has %s"
                .formatted(
                    camera,
                    site.cameras().stream()
                        .map(one -> one.camera().id().value())
                        .collect(Collectors.joining(", "))));
      }
      view = view.without(id);
    }
    // Whoever asks for another time asks what the plan looks like, not whether the site runs now.
    return at.isPresent() ? view.at(at.get()) : view;
  }
}
