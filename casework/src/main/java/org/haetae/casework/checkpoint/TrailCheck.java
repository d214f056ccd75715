package org.haetae.casework.checkpoint;

import java.util.List;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.audit.Finding;
import org.haetae.casework.audit.Link;
import org.haetae.casework.audit.VerifyingKey;
import org.haetae.casework.store.AuditTable;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;

/**
 * Holds the whole stored trail against its own chain, the database's count and checkpoints.
 *
 * @param findings what is wrong; empty where the trail is whole
 * @param entries how many there are
 * @param checkpoints how many lines it was held against
 * @param restored where it went back to an earlier state, in sentences without a full stop
 */
public record TrailCheck(
    List<Finding> findings, long entries, int checkpoints, List<String> restored) {
  private static final int BATCH = 1000;

  public TrailCheck {
    findings = List.copyOf(findings);
    restored = List.copyOf(restored);
  }

  /**
   * Looks at one state of the trail, whatever is written meanwhile.
   *
   * @param lines of the checkpoint file; the copies in the database count as well
   */
  public static TrailCheck of(Store store, List<String> lines, VerifyingKey key) {
    return store.read(in -> of(in, lines, key));
  }

  private static TrailCheck of(Transaction in, List<String> lines, VerifyingKey key) {
    ChainCheck check = ChainCheck.fromTheBeginning();
    check.checkpoints(lines, key);
    AuditTable audit = in.audit();
    audit.restorations().forEach(check::restored);
    audit.checkpointLines().stream()
        .filter(copy -> !lines.contains(copy))
        .forEach(copy -> check.checkpoints(List.of(copy), key));
    audit
        .head()
        .filter(head -> head.number() > 0)
        .ifPresent(head -> check.witness(head.number(), head.hash(), "the database's own count"));
    List<Link> batch;
    do {
      batch = audit.links(check.last(), BATCH);
      batch.forEach(check::take);
    } while (batch.size() == BATCH);
    int held = (int) lines.stream().filter(line -> !line.isBlank()).count();
    return new TrailCheck(check.end(), check.taken(), held, check.restored());
  }
}
