package org.haetae.casework.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a trail from its beginning, link by link, and says what is wrong with it. A chain alone
 * proves that nothing within it was changed by somebody who can't write it anew; against one who
 * can, and against a cut end, it needs witnesses that lie elsewhere: signed checkpoints. Belongs to
 * one thread.
 */
public final class ChainCheck {
  private final Map<Long, List<Witness>> witnesses = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long announced;
  private String announcer = "";
  private @Nullable Digest expected;
  private long last;
  private long taken;

  private record Witness(Digest hash, String name) {}

  /**
   * @param last the number of the last entry that is left out at the beginning; 0 for a whole trail
   * @param expected the hash that the next entry must name; null where nobody knows it
   */
  private ChainCheck(long last, @Nullable Digest expected) {
    this.last = last;
    this.expected = expected;
  }

  public static ChainCheck fromTheBeginning() {
    return new ChainCheck(0, Link.GENESIS);
  }

  /** Goes on after an entry that was looked at before. */
  public static ChainCheck after(long number, Digest hash) {
    return new ChainCheck(number, hash);
  }

  /** Looks at a part of a trail whose first entry is {@code number}. */
  public static ChainCheck from(long number) {
    return new ChainCheck(number - 1, number == 1 ? Link.GENESIS : null);
  }

  /**
   * Holds the trail against lines of a checkpoint file, the first being line 1; blank ones count
   * and say nothing.
   */
  public void checkpoints(List<String> lines, VerifyingKey key) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Optional<Checkpoint> checkpoint = genuine(lines.get(i), key);
      if (checkpoint.isEmpty()) {
        findings.add(new Finding.Forged(i + 1));
      }
      checkpoint.ifPresent(one -> witness(one.number(), one.hash(), Finding.witness(one.at())));
    }
  }

  private static Optional<Checkpoint> genuine(String line, VerifyingKey key) {
    return SignedCheckpoint.read(line).filter(key::signed).map(SignedCheckpoint::checkpoint);
  }

  /** Holds the trail against whoever else knows an entry's hash. To be called before the entry. */
  public void witness(long number, Digest hash, String name) {
    if (number < 1 || number <= last) {
      return;
    }
    witnesses.computeIfAbsent(number, _ -> new ArrayList<>()).add(new Witness(hash, name));
    announced(number, name);
  }

  /** Says that there must be {@code number} entries, without knowing what they are. */
  public void announced(long number, String name) {
    if (number > announced) {
      announced = number;
      announcer = name;
    }
  }

  /** The next one; they come by number. */
  public void take(Link link) {
    taken++;
    if (!link.intact()) {
      findings.add(new Finding.Changed(link.number()));
    }
    if (link.number() <= last) {
      findings.add(new Finding.Repeated(link.number()));
      return;
    }
    if (link.number() > last + 1) {
      findings.add(new Finding.Gap(last, link.number()));
    } else if (expected != null && !link.previous().equals(expected)) {
      findings.add(
          link.number() == 1 ? new Finding.WrongGenesis() : new Finding.Unlinked(link.number()));
    }
    for (Witness witness : witnesses.getOrDefault(link.number(), List.of())) {
      if (!witness.hash().equals(link.hash())) {
        findings.add(new Finding.Contradicted(link.number(), witness.name()));
      }
    }
    last = link.number();
    // What a changed entry says of its own hash is nothing to hold the next one against.
    expected = link.intact() ? link.hash() : null;
  }

  /** All that is wrong, in the order in which it was found; empty where the trail is whole. */
  public List<Finding> end() {
    List<Finding> all = new ArrayList<>(findings);
    if (announced > last) {
      all.add(new Finding.CutTail(last, announced, announcer));
    }
    return all;
  }

  /** The number of the last entry. */
  public long last() {
    return last;
  }

  /** The hash of the last entry; empty where there was none. */
  public Optional<Digest> lastHash() {
    return Optional.ofNullable(expected);
  }

  /** How many were looked at. */
  public long taken() {
    return taken;
  }
}
