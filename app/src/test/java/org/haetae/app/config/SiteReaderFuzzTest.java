package org.haetae.app.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a site's file, it is a site or has problems that are said. */
class SiteReaderFuzzTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir private Path temp = Path.of("");

  @FuzzTest(maxDuration = "90s")
  void read(byte[] bytes) throws IOException {
    Path file = Files.write(temp.resolve("site.yaml"), bytes);
    switch (SiteReader.read(file, NOW)) {
      case SiteReader.Outcome.Good(Site site) -> assertFalse(site.cameras().isEmpty());
      case SiteReader.Outcome.Bad(var problems) -> {
        assertFalse(problems.isEmpty());
        assertTrue(problems.stream().allMatch(problem -> problem.line() >= 1));
        assertTrue(problems.stream().noneMatch(problem -> problem.message().equals("null")));
      }
    }
  }
}
