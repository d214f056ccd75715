package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.haetae.app.Home;

/** A site of one place and one camera, in a folder of its own. */
public record SmallSite(Path folder) {
  /** Where a site keeps its casework, beside its file. */
  public static final String KEPT =
      "casework: {database: haetae.db, keys: keys, master-key: master.key}";

  /**
   * Writes its file, in the place of what was there.
   *
   * @param lines of the file besides place and camera, such as {@link #KEPT}
   * @return the file
   */
  public Path write(String... lines) throws IOException {
    return Files.writeString(
        file(),
        """
        site: a real site
        %s
        places:
          - {id: home, name: home, kind: home, location: [37.5, 127.0], exclusion-radius: 100}
        cameras:
          - {id: door, place: home, location: [37.5, 127.0], field-of-view: 50, file: %s}
        """
            .formatted(
                String.join("\n", lines),
                Home.folder().resolve("camera-sim/footage/clips/home-door.mp4")));
  }

  /** The site's file. */
  public Path file() {
    return folder.resolve("site.yaml");
  }

  /** Takes rows in, which must be good. */
  void imported(String kind, String csv) throws IOException {
    Path rows = Files.writeString(folder.resolve(kind + ".csv"), csv);
    Ran ran = Ran.of("import", "--config", file().toString(), kind, rows.toString());
    assertEquals(0, ran.code(), ran.out() + ran.err());
  }
}
