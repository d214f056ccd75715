package org.haetae.casework.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.haetae.casework.inspection.InspectionFact.Inspected;
import org.haetae.casework.inspection.InspectionFact.Mended;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;

/**
 * All looks at the places of a case, and what is still to be mended.
 *
 * @param last when somebody was there
 * @param open findings by their number
 * @param found how many there ever were
 */
public record InspectionFile(Optional<Instant> last, List<Finding> open, int found) {
  public static final InspectionFile EMPTY = new InspectionFile(Optional.empty(), List.of(), 0);

  public InspectionFile {
    open = List.copyOf(open);
  }

  /** Somebody was there and looked at everything; what was bad becomes a finding. */
  public Inspected inspect(
      List<Seen> seen, UserId owner, RiskGrade grade, InspectionRule rule, Deed deed) {
    Set<Check> missing = EnumSet.allOf(Check.class);
    List<Finding> findings = new ArrayList<>();
    for (Seen one : seen) {
      if (!missing.remove(one.check())) {
        throw new InspectionRefusal("%s is answered twice".formatted(one.check()));
      }
      if (one.result() == Seen.Result.BAD) {
        findings.add(finding(one, found + findings.size() + 1, owner, grade, rule, deed));
      }
    }
    if (!missing.isEmpty()) {
      throw new InspectionRefusal("these were not looked at: " + missing);
    }
    return new Inspected(deed.at(), deed.by(), seen, findings);
  }

  /** A finding is closed with evidence only. */
  public Mended mend(int finding, String evidence, Deed deed) {
    Mended fact = new Mended(deed.at(), deed.by(), finding, evidence.strip());
    var _ = after(fact);
    return fact;
  }

  /** The file after {@code fact}. */
  public InspectionFile after(InspectionFact fact) {
    return switch (fact) {
      case Inspected inspected -> {
        List<Finding> more = new ArrayList<>(open);
        more.addAll(inspected.findings());
        yield new InspectionFile(
            Optional.of(inspected.at()), more, found + inspected.findings().size());
      }
      case Mended mended -> {
        if (mended.evidence().isBlank()) {
          throw new InspectionRefusal("a finding is only closed with evidence that it was mended");
        }
        TreeMap<Integer, Finding> left = new TreeMap<>();
        open.forEach(finding -> left.put(finding.number(), finding));
        if (left.remove(mended.finding()) == null) {
          throw new InspectionRefusal("there is no open finding " + mended.finding());
        }
        yield new InspectionFile(last, List.copyOf(left.values()), found);
      }
    };
  }

  private static Finding finding(
      Seen seen, int number, UserId owner, RiskGrade grade, InspectionRule rule, Deed deed) {
    if (seen.note().isBlank()) {
      throw new InspectionRefusal("say what is wrong with %s".formatted(seen.check()));
    }
    return new Finding(
        number,
        seen.check(),
        seen.note().strip(),
        owner,
        deed.at(),
        rule.mendDue(grade, deed.at()));
  }
}
