package org.haetae.casework.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.audit.Finding.Changed;
import org.haetae.casework.audit.Finding.Contradicted;
import org.haetae.casework.audit.Finding.CutTail;
import org.haetae.casework.audit.Finding.Forged;
import org.haetae.casework.audit.Finding.Gap;
import org.haetae.casework.audit.Finding.Repeated;
import org.haetae.casework.audit.Finding.Unlinked;
import org.haetae.casework.audit.Finding.WrongGenesis;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
  private static final Instant LATE = Instant.parse("2026-11-26T09:00:00Z");

  private final SigningKey key;

  ChainCheckTest() throws GeneralSecurityException {
    key = SigningKey.generated();
  }

  private String checkpoint(AuditRecord record) {
    return key.sign(new Checkpoint(record.entry().number(), record.hash(), LATE)).line();
  }

  private List<Finding> check(List<AuditRecord> trail, String... checkpoints) {
    ChainCheck check = ChainCheck.fromTheBeginning();
    check.checkpoints(List.of(checkpoints), key.verifying());
    trail.forEach(record -> check.take(record.link()));
    return check.end();
  }

  private static AuditRecord with(AuditRecord record, AuditEntry entry) {
    return new AuditRecord(entry, record.previous(), record.hash());
  }

  private static List<AuditRecord> trail(int length) {
    return Trails.random(new Random(7), length);
  }

  /** Writes all from {@code index} on anew, so that the chain fits again. */
  private static void rechain(List<AuditRecord> trail, int index) {
    for (int i = index; i < trail.size(); i++) {
      Digest previous = i == 0 ? Link.GENESIS : trail.get(i - 1).hash();
      trail.set(i, AuditRecord.after(previous, trail.get(i).entry()));
    }
  }

  @Test
  void aTrailAsItWasWrittenIsWhole() {
    Trails.each(
        50,
        random -> {
          List<AuditRecord> trail = Trails.random(random, 1 + random.nextInt(40));
          AuditRecord signed = trail.get(random.nextInt(trail.size()));
          assertEquals(
              List.of(), check(trail, checkpoint(signed), "", checkpoint(trail.getLast())));
        });
  }

  @Test
  void anEmptyTrailIsWholeUntilACheckpointSaysOtherwise() {
    assertEquals(List.of(), check(List.of()));
    assertEquals(
        List.of(new CutTail(0, 2, "the checkpoint of " + LATE)),
        check(List.of(), checkpoint(trail(2).getLast())));
  }

  /** Whatever single part of whatever entry is another, that entry is named and no other. */
  @Test
  void everyChangedPartIsFoundWhereItIs() {
    Trails.each(
        300,
        random -> {
          List<AuditRecord> trail = Trails.random(random, 1 + random.nextInt(20));
          int at = random.nextInt(trail.size());
          AuditRecord old = trail.get(at);
          AuditRecord other = changed(random, old);
          trail.set(at, other);
          assertEquals(List.of(new Changed(at + 1)), check(trail), old + " became " + other);
        });
  }

  private static AuditRecord changed(Random random, AuditRecord old) {
    AuditEntry entry = old.entry();
    AuditNote note = entry.note();
    while (true) {
      AuditEntry any = Trails.entry(random, entry.number());
      AuditNote from = any.note();
      AuditNote one =
          switch (random.nextInt(6)) {
            case 0 ->
                new AuditNote(
                    from.actor(), note.act(), note.subject(), note.within(), note.detail());
            case 1 ->
                new AuditNote(
                    note.actor(), from.act(), note.subject(), note.within(), note.detail());
            case 2 ->
                new AuditNote(
                    note.actor(), note.act(), from.subject(), note.within(), note.detail());
            case 3 ->
                new AuditNote(
                    note.actor(), note.act(), note.subject(), from.within(), note.detail());
            case 4 ->
                new AuditNote(
                    note.actor(), note.act(), note.subject(), note.within(), from.detail());
            default -> note;
          };
      AuditEntry changed =
          one.equals(note)
              ? new AuditEntry(entry.number(), entry.at().plusNanos(1000), note, entry.salt())
              : new AuditEntry(entry.number(), entry.at(), one, entry.salt());
      return random.nextInt(8) == 0
          ? new AuditRecord(entry, old.previous(), Digest.of("another"))
          : with(old, changed);
    }
  }

  @Test
  void removedEntriesAreAGap() {
    Trails.each(
        100,
        random -> {
          List<AuditRecord> trail = Trails.random(random, 3 + random.nextInt(20));
          int from = random.nextInt(trail.size() - 1);
          int until = from + 1 + random.nextInt(trail.size() - 1 - from);
          trail.subList(from, until).clear();
          assertEquals(List.of(new Gap(from, until + 1)), check(trail));
        });
  }

  @Test
  void swappedEntriesAreFound() {
    List<AuditRecord> trail = trail(5);
    Collections.swap(trail, 1, 3);
    List<Finding> findings = check(trail);
    assertTrue(findings.contains(new Repeated(2)), findings::toString);
  }

  /** Their contents, under the numbers of each other. */
  @Test
  void swappedContentsAreFound() {
    List<AuditRecord> trail = trail(5);
    AuditEntry two = trail.get(1).entry();
    AuditEntry four = trail.get(3).entry();
    trail.set(1, with(trail.get(1), new AuditEntry(2, two.at(), four.note(), four.salt())));
    trail.set(3, with(trail.get(3), new AuditEntry(4, four.at(), two.note(), two.salt())));
    assertEquals(List.of(new Changed(2), new Changed(4)), check(trail));
  }

  @Test
  void aReplacedEntryWhoseHashFitsIsFoundByTheNext() {
    List<AuditRecord> trail = trail(5);
    AuditRecord third = trail.get(2);
    trail.set(2, AuditRecord.after(third.previous(), Trails.entry(new Random(1), 3)));
    assertEquals(List.of(new Unlinked(4)), check(trail));
  }

  @Test
  void anInsertedEntryIsFound() {
    List<AuditRecord> trail = trail(5);
    trail.add(3, AuditRecord.after(trail.get(2).hash(), Trails.entry(new Random(1), 4)));
    assertEquals(List.of(new Repeated(4), new Unlinked(5)), check(trail));
  }

  @Test
  void aBeginningThatIsNoneIsFound() {
    List<AuditRecord> trail = trail(3);
    trail.set(0, AuditRecord.after(Digest.of("elsewhere"), trail.getFirst().entry()));
    trail.set(1, AuditRecord.after(trail.get(0).hash(), trail.get(1).entry()));
    trail.set(2, AuditRecord.after(trail.get(1).hash(), trail.get(2).entry()));
    assertEquals(List.of(new WrongGenesis()), check(trail));
  }

  @Test
  void aCutTailIsFoundByTheCheckpointAlone() {
    List<AuditRecord> trail = trail(9);
    String line = checkpoint(trail.get(7));
    List<AuditRecord> cut = trail.subList(0, 5);
    assertEquals(List.of(), check(cut));
    assertEquals(List.of(new CutTail(5, 8, "the checkpoint of " + LATE)), check(cut, line));
  }

  @Test
  void aTrailThatWasWrittenAnewIsFoundByTheCheckpointAlone() {
    Trails.each(
        100,
        random -> {
          List<AuditRecord> trail = Trails.random(random, 2 + random.nextInt(20));
          int signed = random.nextInt(trail.size());
          String line = checkpoint(trail.get(signed));
          int at = random.nextInt(signed + 1);
          trail.set(at, with(trail.get(at), Trails.entry(random, at + 1)));
          rechain(trail, at);
          assertEquals(List.of(), check(trail));
          assertEquals(
              List.of(new Contradicted(signed + 1, "the checkpoint of " + LATE)),
              check(trail, line));
        });
  }

  @Test
  void aCheckpointThatTheKeyDidNotSignIsForgedAndBelievedInNothing() throws Exception {
    List<AuditRecord> trail = trail(4);
    Checkpoint beyond = new Checkpoint(99, trail.getLast().hash(), LATE);
    String others = SigningKey.generated().sign(beyond).line();
    String own = checkpoint(trail.get(1));
    String altered = own.replaceFirst(" 2 ", " 3 ");
    assertNotEquals(own, altered);
    assertEquals(
        List.of(new Forged(2), new Forged(3), new Forged(5)),
        check(trail, own, others, altered, "", "nonsense"));
  }

  @Test
  void everyChangedLetterOfACheckpointIsFound() {
    AuditRecord last = trail(3).getLast();
    String line = checkpoint(last);
    for (int i = 0; i < line.length(); i++) {
      char other = line.charAt(i) == 'A' ? 'B' : 'A';
      String altered = line.substring(0, i) + other + line.substring(i + 1);
      if (!altered.equals(line)) {
        assertEquals(List.of(new Forged(1)), check(trail(3), altered), altered);
      }
    }
  }

  @Test
  void theKeyIsReadAsItWasWritten() throws Exception {
    SigningKey read = SigningKey.parsed(key.pem());
    SignedCheckpoint signed = read.sign(new Checkpoint(1, Link.GENESIS, LATE));
    assertTrue(VerifyingKey.parsed(key.verifying().pem()).signed(signed));
    assertFalse(key.toString().contains("BEGIN"));
    assertFalse(key.verifying().pem().contains("PRIVATE"));
  }

  /** What is canonical of two entries differs wherever they do, also by where a text ends. */
  @Test
  void noTwoEntriesHaveTheSameBytes() {
    Trails.each(
        20,
        random -> {
          Set<Digest> digests = new HashSet<>();
          Set<AuditEntry> entries = new HashSet<>();
          for (int i = 0; i < 300; i++) {
            AuditEntry entry = Trails.entry(random, 1 + random.nextInt(2));
            entries.add(entry);
            digests.add(entry.digest());
          }
          assertEquals(entries.size(), digests.size());
        });
  }

  @Test
  void aLetterThatMovesFromOneTextToTheNextIsAChange() {
    AuditNote note = AuditNote.of(AuditAct.READ, AuditSubject.part("p"), "ab");
    AuditNote shorter = AuditNote.of(AuditAct.READ, AuditSubject.part("p"), "a");
    assertNotEquals(
        new AuditEntry(1, LATE, note, "c").digest(),
        new AuditEntry(1, LATE, shorter, "bc").digest());
  }

  @Test
  void severalFaultsAreAllTold() {
    List<AuditRecord> trail = new ArrayList<>(trail(9));
    trail.set(1, with(trail.get(1), Trails.entry(new Random(1), 2)));
    trail.remove(4);
    assertEquals(List.of(new Changed(2), new Gap(4, 6)), check(trail));
    assertEquals("entry 2 was changed after it was written", new Changed(2).sentence());
    assertEquals("entry 5 is missing", new Gap(4, 6).sentence());
    assertEquals("entries 5 to 6 are missing", new Gap(4, 7).sentence());
  }
}
