package org.haetae.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.retention.RetentionRules;
import org.haetae.casework.retention.RetentionRulesReader;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.console.site.ConsoleChannel;

/**
 * What becomes of an alert.
 *
 * @param records where all of it is kept; empty for what ends with the process
 * @param approval who must have looked at photographs before a face is looked for
 * @param releases the gateway that tells of releases; empty where somebody else does
 * @param emergency the emergency number's system, at which watches are registered
 * @param watches the gateways that bring what watches say
 * @param technical the channels that are told of alarms about the system, besides the page
 */
public record CaseworkSettings(
    Optional<Records> records,
    ApprovalRule approval,
    List<ChannelSettings> channels,
    Optional<ChannelSettings.Person> releases,
    Optional<ChannelSettings.Receiver> emergency,
    WatchSettings watches,
    List<String> technical,
    CanarySettings canary,
    EscalationPlan escalation,
    DispatchRule dispatch) {
  public CaseworkSettings {
    channels = List.copyOf(channels);
    technical = List.copyOf(technical);
  }

  /**
   * Where casework is kept.
   *
   * @param database the file of the database
   * @param keys the folder of the orders' keys, of which no copy may be kept
   * @param masterKey the file of the key that opens them, outside that folder
   * @param checkpoints the file to which checkpoints of the audit trail are added
   * @param retention how long it is kept
   */
  public record Records(
      Path database, Path keys, Path masterKey, Path checkpoints, RetentionRules retention) {
    /** Kept as long as the rules that are shipped say. */
    public Records(Path database, Path keys, Path masterKey, Path checkpoints) {
      this(database, keys, masterKey, checkpoints, RetentionRulesReader.korea());
    }

    /** With checkpoints beside the database. */
    public Records(Path database, Path keys, Path masterKey) {
      this(
          database,
          keys,
          masterKey,
          database.resolveSibling(database.getFileName() + ".checkpoints"));
    }

    /** A file beside the database, of its name with that ending. */
    public Path beside(String ending) {
      return database.resolveSibling(database.getFileName() + ending);
    }

    /** The file of the key that signs checkpoints. */
    public Path auditKey() {
      return masterKey.resolveSibling("audit.key");
    }
  }

  /**
   * The rehearsal of an alert.
   *
   * @param every from one to the next; none where it is 0
   * @param channels that are to deliver it
   */
  public record CanarySettings(Duration every, Set<String> channels) {
    public CanarySettings {
      channels = Set.copyOf(channels);
      if (every.isNegative() || (every.isPositive() && every.compareTo(SHORTEST) < 0)) {
        throw new IllegalArgumentException(
            "a canary can't come more often than every %d s: one takes up to a minute to fail"
                .formatted(SHORTEST.toSeconds()));
      }
    }

    private static final Duration SHORTEST = Duration.ofSeconds(60);

    /** Each five minutes, as far as the live page. */
    public static CanarySettings standard() {
      return new CanarySettings(Duration.ofMinutes(5), Set.of(CONSOLE));
    }

    /** Whether there is one at all. */
    public boolean isOn() {
      return every.isPositive();
    }
  }

  /** The channel that every site has: the live page. */
  public static final String CONSOLE = ConsoleChannel.NAME;

  /** The page calls again every minute; one person may send a patrol. */
  public static CaseworkSettings standard() {
    return new CaseworkSettings(
        Optional.empty(),
        ApprovalRule.none(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        WatchSettings.NONE,
        List.of(),
        CanarySettings.standard(),
        new EscalationPlan(
            List.of(new Tier("operator on duty", Duration.ZERO, List.of(CONSOLE))),
            Duration.ofMinutes(1)),
        DispatchRule.onePerson());
  }

  /** Nothing is kept, nobody is told but the page, and no rehearsal runs beside the exercise. */
  static CaseworkSettings exercise(EscalationPlan escalation, DispatchRule dispatch) {
    return new CaseworkSettings(
        Optional.empty(),
        ApprovalRule.none(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        WatchSettings.NONE,
        List.of(),
        new CanarySettings(Duration.ZERO, Set.of()),
        escalation,
        dispatch);
  }
}
