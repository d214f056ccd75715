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
  private final List<Raised> raised = new ArrayList<>();
  private final List<Restoration> restorations = new ArrayList<>();
  private long announced;
  private String announcer = "";
  private @Nullable Digest expected;
  private long last;
  private long taken;

  /**
   * @param line the checkpoint that it is, where it is one
   */
  private record Witness(Digest hash, String name, Optional<Checkpoint> line) {}

  private record Raised(Finding finding, Optional<Checkpoint> line) {
    Raised(Finding finding) {
      this(finding, Optional.empty());
    }
  }

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
        raised.add(new Raised(new Finding.Forged(i + 1)));
      }
      checkpoint.ifPresent(
          one ->
              witness(
                  one.number(), new Witness(one.hash(), Finding.witness(one.at()), checkpoint)));
    }
  }

  private static Optional<Checkpoint> genuine(String line, VerifyingKey key) {
    return SignedCheckpoint.read(line).filter(key::signed).map(SignedCheckpoint::checkpoint);
  }

  /** Holds the trail against whoever else knows an entry's hash. To be called before the entry. */
  public void witness(long number, Digest hash, String name) {
    witness(number, new Witness(hash, name, Optional.empty()));
  }

  private void witness(long number, Witness witness) {
    if (number >= 1 && number > last) {
      witnesses.computeIfAbsent(number, _ -> new ArrayList<>()).add(witness);
    }
  }

  /**
   * What the trail says of an earlier state from which it goes on: what was signed of the entries
   * that were lost by it is no witness against those that came in their place.
   */
  public void restored(Restoration restoration) {
    restorations.add(restoration);
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
      raised.add(new Raised(new Finding.Changed(link.number())));
    }
    if (link.number() <= last) {
      raised.add(new Raised(new Finding.Repeated(link.number())));
      return;
    }
    if (link.number() > last + 1) {
      raised.add(new Raised(new Finding.Gap(last, link.number())));
    } else if (expected != null && !link.previous().equals(expected)) {
      raised.add(
          new Raised(
              link.number() == 1
                  ? new Finding.WrongGenesis()
                  : new Finding.Unlinked(link.number())));
    }
    for (Witness witness : witnesses.getOrDefault(link.number(), List.of())) {
      if (!witness.hash().equals(link.hash())) {
        raised.add(
            new Raised(new Finding.Contradicted(link.number(), witness.name()), witness.line()));
      }
    }
    last = link.number();
    // What a changed entry says of its own hash is nothing to hold the next one against.
    expected = link.intact() ? link.hash() : null;
  }

  /** All that is wrong, in the order in which it was found; empty where the trail is whole. */
  public List<Finding> end() {
    List<Finding> all = new ArrayList<>();
    raised.stream()
        .filter(one -> one.line().filter(this::lost).isEmpty())
        .map(Raised::finding)
        .forEach(all::add);
    witnesses.forEach(
        (number, known) ->
            known.stream()
                .filter(witness -> witness.line().filter(this::lost).isEmpty())
                .forEach(witness -> announced(number, witness.name())));
    if (announced > last) {
      all.add(new Finding.CutTail(last, announced, announcer));
    }
    return all;
  }

  private boolean lost(Checkpoint line) {
    return restorations.stream().anyMatch(one -> one.lost(line));
  }

  /**
   * Where the trail went back to an earlier state, in sentences without a full stop; each says how
   * much is known to be lost by it.
   */
  public List<String> restored() {
    return restorations.stream().map(one -> one.sentence(known(one))).toList();
  }

  private long known(Restoration restoration) {
    return witnesses.values().stream()
        .flatMap(List::stream)
        .flatMap(witness -> witness.line().stream())
        .filter(restoration::lost)
        .mapToLong(Checkpoint::number)
        .max()
        .orElse(restoration.backTo());
  }

  /** The number of the last entry. */
  public long last() {
    return last;
  }

  /** How many were looked at. */
  public long taken() {
    return taken;
  }
}
