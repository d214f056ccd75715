package org.haetae.casework.support;

import java.util.ArrayList;
import java.util.List;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.support.SupportFact.Accepted;
import org.haetae.casework.support.SupportFact.Referred;
import org.haetae.domain.order.Offence;

/** The referrals of a case. */
public record SupportPlan(List<Referral> referrals) {
  public static final SupportPlan EMPTY = new SupportPlan(List.of());

  public SupportPlan {
    referrals = List.copyOf(referrals);
  }

  /** Asks a service that is for this person to help. */
  public Referred refer(
      String service, Offence offence, boolean minor, SupportCatalogue catalogue, Deed deed) {
    SupportService found = known(service, catalogue);
    if (!found.isFor(offence, minor)) {
      throw new SupportRefusal("%s isn't for this person: %s".formatted(service, found.source()));
    }
    if (referrals.stream()
        .anyMatch(one -> one.service().equals(service) && one.stage() != Referral.Stage.ENDED)) {
      throw new SupportRefusal("%s has been asked already".formatted(service));
    }
    return new Referred(
        deed.at(),
        deed.by(),
        referrals.size() + 1,
        service,
        found.acceptDue(deed.at(), catalogue.zone()));
  }

  /** The service says that it will help. */
  public Accepted accept(int number, SupportCatalogue catalogue, Deed deed) {
    SupportService service = known(find(number).service(), catalogue);
    Accepted fact =
        new Accepted(deed.at(), deed.by(), number, service.startDue(deed.at(), catalogue.zone()));
    var _ = after(fact);
    return fact;
  }

  /** Services that there are for this person and that nobody has asked yet. */
  public List<SupportService> unasked(Offence offence, boolean minor, SupportCatalogue catalogue) {
    return catalogue.eligible(offence, minor).stream()
        .filter(service -> referrals.stream().noneMatch(one -> one.service().equals(service.id())))
        .toList();
  }

  /** The plan after {@code fact}. */
  public SupportPlan after(SupportFact fact) {
    List<Referral> next = new ArrayList<>(referrals);
    if (fact instanceof Referred referred) {
      if (referred.number() != referrals.size() + 1) {
        throw new SupportRefusal("referrals are numbered without a hole");
      }
      next.add(Referral.of(referred));
    } else {
      next.set(fact.number() - 1, find(fact.number()).after(fact));
    }
    return new SupportPlan(next);
  }

  private Referral find(int number) {
    if (number < 1 || number > referrals.size()) {
      throw new SupportRefusal("there is no referral " + number);
    }
    return referrals.get(number - 1);
  }

  private static SupportService known(String id, SupportCatalogue catalogue) {
    return catalogue
        .find(id)
        .orElseThrow(
            () -> new SupportRefusal("the catalogue knows no service \"%s\"".formatted(id)));
  }
}
