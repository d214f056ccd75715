package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads of this process. */
final class Threads {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Threads() {}

  /** None whose name has one of these in it, within ten seconds. */
  static void assertNoneOf(String... parts) {
    Instant end = Instant.now().plus(LIMIT);
    Set<String> left = named(List.of(parts));
    while (!left.isEmpty() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      left = named(List.of(parts));
    }
    assertEquals(Set.of(), left);
  }

  private static Set<String> named(List<String> parts) {
    return Stream.of(Thread.getAllStackTraces())
        .flatMap(all -> all.keySet().stream())
        .map(Thread::getName)
        .filter(name -> parts.stream().anyMatch(name::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
