package org.haetae.casework.audit;

import java.time.Instant;

/** Something that is wrong with a trail. */
public sealed interface Finding {
  /** For a person, without a full stop. */
  String sentence();

  /** The trail doesn't begin where every trail begins. */
  record WrongGenesis() implements Finding {
    @Override
    public String sentence() {
      return "the first entry doesn't begin a trail: it names an entry before it";
    }
  }

  /** What an entry says isn't what was hashed. */
  record Changed(long number) implements Finding {
    @Override
    public String sentence() {
      return "entry %d was changed after it was written".formatted(number);
    }
  }

  /**
   * Entries are missing.
   *
   * @param after the last one before the gap; 0 where the beginning is missing
   */
  record Gap(long after, long next) implements Finding {
    @Override
    public String sentence() {
      return next - after == 2
          ? "entry %d is missing".formatted(after + 1)
          : "entries %d to %d are missing".formatted(after + 1, next - 1);
    }
  }

  /** An entry whose number was there already, or is out of its turn. */
  record Repeated(long number) implements Finding {
    @Override
    public String sentence() {
      return "entry %d is out of its turn or there twice".formatted(number);
    }
  }

  /** Two neighbours don't belong together, though each is whole in itself. */
  record Unlinked(long number) implements Finding {
    @Override
    public String sentence() {
      return "entry %d doesn't follow entry %d: one of them was replaced together with its hash"
          .formatted(number, number - 1);
    }
  }

  /**
   * The end is missing.
   *
   * @param witness who knows of entry {@code known}
   */
  record CutTail(long last, long known, String witness) implements Finding {
    @Override
    public String sentence() {
      return "the trail ends with entry %d, but %s knows of entry %d: the end was cut off"
          .formatted(last, witness, known);
    }
  }

  /** An entry isn't the one that was signed for. */
  record Contradicted(long number, String witness) implements Finding {
    @Override
    public String sentence() {
      return "entry %d isn't the one that %s knows: it, or entries before it, were written anew"
          .formatted(number, witness);
    }
  }

  /** A checkpoint that the key didn't sign. */
  record Forged(int line) implements Finding {
    @Override
    public String sentence() {
      return "line %d of the checkpoints isn't signed by this trail's key".formatted(line);
    }
  }

  /** How a checkpoint is called in a sentence. */
  static String witness(Instant at) {
    return "the checkpoint of " + at;
  }
}
