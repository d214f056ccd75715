package org.haetae.casework.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.StaffFact.Posted;
import org.haetae.casework.training.StaffFact.Trained;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} must do. It is empty before each test. */
public interface LedgerContract {
  Instant WHEN = Instant.parse("2026-03-01T02:00:00.123456789Z");
  Subject KIM = new Subject(Subject.Kind.STAFF, "kim");
  Subject LEE = new Subject(Subject.Kind.STAFF, "lee");

  Ledger ledger();

  /** Writes as somebody who has read everything. */
  private long append(List<Entry> entries) {
    return ledger().append(entries, last(ledger()));
  }

  private static long last(Ledger ledger) {
    List<Recorded> all = ledger.after(0, Integer.MAX_VALUE);
    return all.isEmpty() ? 0 : all.getLast().position();
  }

  @Test
  default void whoHasNotSeenWhatWasWrittenSinceIsRefused() {
    long first = append(List.of(entry(KIM, 1)));
    var _ = append(List.of(entry(KIM, 2)));
    assertThrows(LedgerConflict.class, () -> ledger().append(List.of(entry(LEE, 1)), first));
    assertThrows(LedgerConflict.class, () -> ledger().append(List.of(entry(LEE, 1)), first + 7));
    assertEquals(2, all().size());
  }

  /** A fact that can be told from every other. */
  private static Entry entry(Subject subject, int number) {
    Trained fact = new Trained(WHEN, new UserId("park"), "%s-%d".formatted(subject.id(), number));
    return new Entry(subject, number, Optional.empty(), fact);
  }

  private List<Entry> all() {
    return ledger().after(0, Integer.MAX_VALUE).stream().map(Recorded::entry).toList();
  }

  @Test
  default void whatWasWrittenComesBackAsItWas() {
    Entry posted =
        new Entry(
            new Subject(Subject.Kind.STAFF, "김-1"),
            1,
            Optional.of(new CaseId("case-1")),
            new Posted(WHEN, new UserId("park"), Role.OFFICER, new StationId("제주동부")));
    Entry trained =
        new Entry(
            posted.subject(),
            2,
            Optional.empty(),
            new Trained(WHEN, posted.fact().by(), "\"😀'\n\0"));
    long last = append(List.of(posted, trained));
    assertEquals(List.of(posted, trained), all());
    assertEquals(last, ledger().after(0, 2).getLast().position());
  }

  @Test
  default void anEmptyLedgerHasNothing() {
    assertEquals(List.of(), ledger().after(0, 10));
  }

  @Test
  default void eachSubjectHasItsOwnNumbers() {
    List<Entry> mixed = List.of(entry(KIM, 1), entry(LEE, 1), entry(KIM, 2), entry(KIM, 3));
    var _ = append(mixed);
    var _ = append(List.of(entry(LEE, 2), entry(KIM, 4)));
    assertEquals(List.of(1, 2, 3, 4), numbers(KIM));
    assertEquals(List.of(1, 2), numbers(LEE));
  }

  private List<Integer> numbers(Subject subject) {
    return all().stream().filter(one -> one.subject().equals(subject)).map(Entry::number).toList();
  }

  @Test
  default void subjectsOfOneNameAreNotOneSubject() {
    Subject station = new Subject(Subject.Kind.STATION, KIM.id());
    var _ = append(List.of(entry(KIM, 1), entry(station, 1)));
    var _ = append(List.of(entry(station, 2)));
    assertEquals(List.of(1, 2), numbers(station));
  }

  @Test
  default void aTakenNumberIsRefusedAndNothingIsWritten() {
    var _ = append(List.of(entry(KIM, 1), entry(KIM, 2)));
    refused(entry(KIM, 2));
    refused(entry(LEE, 1), entry(KIM, 1));
    refused(entry(LEE, 1), entry(KIM, 3), entry(KIM, 3));
    var _ = append(List.of(entry(LEE, 1), entry(KIM, 3)));
  }

  @Test
  default void aHoleIsRefusedAndNothingIsWritten() {
    refused(entry(KIM, 2));
    var _ = append(List.of(entry(KIM, 1)));
    refused(entry(KIM, 3));
    refused(entry(LEE, 1), entry(LEE, 2), entry(KIM, 2), entry(KIM, 4));
    var _ = append(List.of(entry(KIM, 2)));
  }

  private void refused(Entry... entries) {
    List<Recorded> before = ledger().after(0, Integer.MAX_VALUE);
    LedgerConflict conflict = assertThrows(LedgerConflict.class, () -> append(List.of(entries)));
    assertEquals("somebody has just changed STAFF kim: look again", conflict.getMessage());
    assertEquals(before, ledger().after(0, Integer.MAX_VALUE));
  }

  @Test
  default void positionsGrowAndAPageBeginsAfterOne() {
    long first = append(List.of(entry(KIM, 1)));
    long second = append(List.of(entry(KIM, 2), entry(KIM, 3)));
    long third = append(List.of(entry(LEE, 1)));
    List<Recorded> all = ledger().after(0, 10);
    assertGrowing(all);
    assertTrue(all.getFirst().position() > 0, "0 must come before everything");
    assertEquals(List.of(first, second, third), positions(all, 0, 2, 3));
    assertEquals(all.subList(0, 3), ledger().after(0, 3));
    assertEquals(all.subList(1, 3), ledger().after(first, 2));
    assertEquals(all.subList(3, 4), ledger().after(second, 2));
    assertEquals(List.of(), ledger().after(third, 1));
    assertEquals(List.of(), ledger().after(third + 1_000_000_000_000L, 1));
  }

  private static List<Long> positions(List<Recorded> all, int... which) {
    return IntStream.of(which).mapToObj(i -> all.get(i).position()).toList();
  }

  private static void assertGrowing(List<Recorded> all) {
    for (int i = 1; i < all.size(); i++) {
      assertTrue(all.get(i - 1).position() < all.get(i).position(), "position " + i);
    }
  }

  /** Two write while one follows by position; both writers want the next number of one subject. */
  @Test
  default void whoFollowsByPositionSeesEachEntryOnceThoughTwoWriteAtOnce() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    Writer one = new Writer(ledger(), KIM, new Random(seed));
    Writer other = new Writer(ledger(), LEE, new Random(seed + 1));
    CountDownLatch start = new CountDownLatch(1);
    List<Recorded> seen = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> writing =
          List.of(threads.submit(() -> one.write(start)), threads.submit(() -> other.write(start)));
      start.countDown();
      Random random = new Random(seed + 2);
      boolean done = false;
      while (!done) {
        // Asked before the page is read, so that the last page is read after the last entry.
        done = writing.stream().allMatch(Future::isDone);
        follow(seen, random);
      }
      int written = writing.get(0).get() + writing.get(1).get();
      assertEquals(written, seen.size(), "-Dhaetae.seed=" + seed);
    }
    assertGrowing(seen);
    assertEquals(ledger().after(0, Integer.MAX_VALUE), seen, "-Dhaetae.seed=" + seed);
    assertEquals(
        IntStream.rangeClosed(1, 2 * Writer.BATCHES).boxed().toList(), numbers(Writer.BOTH));
  }

  private void follow(List<Recorded> seen, Random random) {
    List<Recorded> page;
    do {
      long position = seen.isEmpty() ? 0 : seen.getLast().position();
      page = ledger().after(position, 1 + random.nextInt(9));
      seen.addAll(page);
    } while (!page.isEmpty());
  }

  /** Writes batches of its own entries, each with one of the subject that both write about. */
  final class Writer {
    static final int BATCHES = 20;
    static final Subject BOTH = new Subject(Subject.Kind.STATION, "both");

    private final Ledger ledger;
    private final Subject own;
    private final Random random;
    private int number;
    private int shared;

    Writer(Ledger ledger, Subject own, Random random) {
      this.ledger = ledger;
      this.own = own;
      this.random = random;
    }

    /** How many entries it wrote. */
    int write(CountDownLatch start) throws InterruptedException {
      start.await();
      for (int batch = 0; batch < BATCHES; batch++) {
        int size = random.nextInt(4);
        while (!wrote(size)) {
          shared++;
        }
      }
      return number + BATCHES;
    }

    private boolean wrote(int size) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 1; i <= size; i++) {
        entries.add(entry(own, number + i));
      }
      entries.add(random.nextInt(entries.size() + 1), entry(BOTH, shared + 1));
      try {
        var _ = ledger.append(entries, last(ledger));
      } catch (LedgerConflict e) {
        return false;
      }
      number += size;
      shared++;
      return true;
    }
  }
}
