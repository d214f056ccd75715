package org.haetae.app.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.watchlist.SameFaces;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.SafeName;
import org.haetae.domain.watchlist.WatchlistEntry;

/** A folder with one folder of photographs for each subject. */
public final class WatchlistFolder {
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "webp", "bmp");

  private WatchlistFolder() {}

  /**
   * What a folder gave.
   *
   * @param refused photographs that could not be used, with the reason
   */
  public record Reading(List<WatchlistEntry> entries, List<PhotoResult.Refused> refused) {}

  /**
   * Enrols every subject of {@code folder}.
   *
   * @throws Problem when there is no subject, one has no usable photograph, or two are one person
   */
  public static Reading read(Path folder, PhotoReader reader) {
    Reading reading = readAll(folder, reader);
    refuseDoubles(reading.entries());
    return reading;
  }

  /**
   * The same, but two that seem to be one person are both taken in: what that leads to may be what
   * is to be measured.
   */
  public static Reading readAll(Path folder, PhotoReader reader) {
    List<WatchlistEntry> entries = new ArrayList<>();
    List<PhotoResult.Refused> refused = new ArrayList<>();
    for (Path subject : subjects(folder)) {
      String name = subject.getFileName().toString();
      if (!SafeName.isSafe(name)) {
        throw new Problem(
            ExitCode.USAGE,
            "the folder name \"%s\" can't be a subject's id: use letters, digits, dots, dashes and underscores"
                .formatted(name));
      }
      entries.add(enrol(new RespondentId(name), pictures(subject), false, reader, refused));
    }
    if (entries.isEmpty()) {
      throw new Problem(
          ExitCode.USAGE,
          "the watchlist %s is empty: it needs a folder of photographs for each subject"
              .formatted(folder));
    }
    return new Reading(List.copyOf(entries), List.copyOf(refused));
  }

  /**
   * Enrols one respondent's photographs.
   *
   * @param refused takes what could not be used
   * @throws Problem when no photograph can be used
   */
  public static WatchlistEntry enrol(
      RespondentId id,
      List<Path> photographs,
      boolean wideArea,
      PhotoReader reader,
      List<PhotoResult.Refused> refused) {
    List<Template> templates = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Path photograph : photographs) {
      switch (reader.enrol(photograph)) {
        case PhotoResult.Accepted accepted -> templates.add(accepted.template());
        case PhotoResult.Refused no -> {
          refused.add(no);
          reasons.add(no.file().getFileName() + " " + no.reason());
        }
      }
    }
    if (templates.isEmpty()) {
      throw new Problem(
          ExitCode.USAGE,
          reasons.isEmpty()
              ? "there is no photograph of %s: put at least one JPEG or PNG into its folder"
                  .formatted(id)
              : "no photograph of %s can be used: %s".formatted(id, String.join("; ", reasons)));
    }
    return new WatchlistEntry(id, templates, wideArea);
  }

  /**
   * @throws Problem when two entries show one face
   */
  public static void refuseDoubles(List<WatchlistEntry> entries) {
    SameFaces.of(entries).stream()
        .findFirst()
        .ifPresent(
            pair -> {
              throw new Problem(
                  ExitCode.USAGE,
                  "%s and %s seem to be one person (cosine %.2f): keep one of them"
                      .formatted(pair.one(), pair.other(), pair.cosine()));
            });
  }

  private static List<Path> subjects(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Problem(
          ExitCode.USAGE, "there is no watchlist folder %s: check the path".formatted(folder));
    }
    return list(folder).filter(Files::isDirectory).toList();
  }

  /** The picture files of a folder, by name. */
  public static List<Path> pictures(Path folder) {
    return list(folder).filter(WatchlistFolder::isPicture).toList();
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && PICTURES.contains(suffix);
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException e) {
      throw new Problem(ExitCode.USAGE, "the folder %s can't be read".formatted(folder), e);
    }
  }
}
