package org.haetae.casework.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.inspection.Check;
import org.haetae.casework.inspection.Seen;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.Question;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.support.SupportFact.EndReason;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;

/**
 * What people may do with cases, at random and often against the rules.
 *
 * @param now the office as it stands, for choosing what can be done
 */
record RandomCaseCommands(Dice dice, PlainOffice now, Plan plan) {
  private static final List<String> MODULES =
      List.of("victim-protection", "risk-checklist", "watch-handing", "incident-desk", "unheard");

  Command next(Deed deed) {
    return switch (dice.random().nextInt(36)) {
      case 0, 1, 2, 3, 4, 5 -> open(deed);
      case 6, 7 -> assign(deed);
      case 8 -> contacts(deed);
      case 9, 10, 11, 12, 13 -> assess(deed);
      case 14, 15 -> raise(deed);
      case 16, 17 -> lower(deed);
      case 18, 19, 20, 21 -> close(deed);
      case 22, 23 -> reopen(deed);
      case 24, 25 -> post(deed);
      case 26 -> left(deed);
      case 27, 28 -> trained(deed);
      case 29, 30 -> course(deed);
      case 31 -> inspect(deed);
      case 32 -> mend(deed);
      default -> support(deed);
    };
  }

  /** Fewer people than cases, so that somebody is protected already. */
  Command open(Deed deed) {
    CaseId id = dice.any(Dice.CASES);
    var person = new ProtectedPersonId(dice.any(Dice.named("person", 9).toList()));
    Set<RespondentId> against =
        dice.oneIn(5) ? Set.of() : Set.of(new RespondentId(dice.any(List.of("r-1", "r-2", "r-3"))));
    StationId at = dice.rather(now.stations().keySet(), Dice.STATIONS);
    Offence offence = dice.any(Offence.class);
    OptionalInt birth = OptionalInt.of(1950 + dice.random().nextInt(70));
    return Command.of(
        "open %s for %s".formatted(id, person),
        plain -> plain.open(id, person, against, at),
        desks -> desks.cases().open(id, person, against, offence, at, birth, deed));
  }

  private Command assign(Deed deed) {
    CaseId id = file(PlainCase::open);
    UserId officer = dice.any(Dice.USERS);
    return Command.of(
        "assign %s to %s".formatted(id, officer),
        plain -> plain.assign(id, officer, deed),
        desks -> desks.cases().assign(id, officer, deed));
  }

  private Command contacts(Deed deed) {
    CaseId id = file(PlainCase::open);
    List<Contact> how =
        List.of(new Contact("line", dice.any(Contact.Means.class), Locale.KOREAN, false));
    return Command.of(
        "contacts of " + id,
        plain -> plain.contacts(id, how),
        desks -> desks.cases().contacts(id, how, deed));
  }

  private Command assess(Deed deed) {
    CaseId id = file(PlainCase::open);
    List<Question> questions = plan.checklist().questions();
    Map<String, Answer> answers = new HashMap<>();
    int yes = 2 + dice.random().nextInt(12);
    for (Question question : questions) {
      answers.put(question.id(), dice.oneIn(yes) ? dice.any(Answer.class) : Answer.NO);
    }
    if (dice.oneIn(10)) {
      answers.put("unheard", Answer.YES);
    }
    if (dice.oneIn(3)) {
      answers.remove(dice.any(questions).id());
    }
    return Command.of(
        "assess %s by %s".formatted(id, deed.actor().role()),
        plain -> plain.assess(id, answers, questions, deed),
        desks -> desks.cases().assess(id, answers, deed));
  }

  private Command raise(Deed deed) {
    CaseId id = file(file -> file.open() && file.grade().isPresent());
    RiskGrade to = dice.any(RiskGrade.class);
    String reason = dice.words();
    return Command.of(
        "raise %s to %s".formatted(id, to),
        plain -> plain.raise(id, to, reason),
        desks -> desks.cases().raise(id, to, reason, deed));
  }

  private Command lower(Deed deed) {
    CaseId id = file(file -> file.open() && file.grade().isPresent());
    RiskGrade to = dice.any(RiskGrade.class);
    String reason = dice.words();
    return Command.of(
        "lower %s to %s".formatted(id, to),
        plain -> plain.lower(id, to, reason, deed),
        desks -> desks.cases().lower(id, to, reason, deed));
  }

  private Command close(Deed deed) {
    CaseId id = file(PlainCase::open);
    String reason = dice.words();
    return Command.of(
        "close " + id,
        plain -> plain.close(id, reason, deed),
        desks -> desks.cases().close(id, reason, deed));
  }

  private Command reopen(Deed deed) {
    CaseId id = file(file -> !file.open());
    String reason = dice.words();
    return Command.of(
        "reopen " + id,
        plain -> plain.reopen(id, reason),
        desks -> desks.cases().reopen(id, reason, deed));
  }

  private Command post(Deed deed) {
    UserId user = dice.any(Dice.USERS);
    Role role = dice.oneIn(3) ? dice.any(Role.class) : Role.OFFICER;
    StationId at = dice.any(Dice.STATIONS);
    return Command.of(
        "post %s as %s".formatted(user, role),
        plain -> plain.post(user, role),
        desks -> desks.cases().post(user, role, at, deed));
  }

  private Command left(Deed deed) {
    UserId user = dice.any(Dice.USERS);
    return Command.of(
        user + " left", plain -> plain.left(user), desks -> desks.cases().left(user, deed));
  }

  private Command trained(Deed deed) {
    UserId user = dice.any(Dice.USERS);
    String module = dice.any(MODULES);
    return Command.of(
        "%s learned %s".formatted(user, module),
        plain -> plain.trained(user, module, deed),
        desks -> desks.cases().trained(user, module, deed));
  }

  /** All that an officer needs at once, or hardly anybody would ever lead a case. */
  private Command course(Deed deed) {
    UserId user = dice.any(Dice.USERS);
    List<String> all = MODULES.subList(0, 3);
    return Command.of(
        user + " learned all",
        plain -> all.forEach(module -> plain.trained(user, module, deed)),
        desks -> all.forEach(module -> desks.cases().trained(user, module, deed)));
  }

  private Command inspect(Deed deed) {
    CaseId id = file(PlainCase::open);
    List<Seen> seen = new ArrayList<>();
    for (Check check : Check.values()) {
      if (!dice.oneIn(12)) {
        seen.add(new Seen(check, dice.any(Seen.Result.class), dice.words(), List.of()));
      }
    }
    return Command.unforeseen("inspect " + id, desks -> desks.cases().inspect(id, seen, deed));
  }

  private Command mend(Deed deed) {
    CaseId id = file(PlainCase::open);
    int finding = 1 + dice.random().nextInt(4);
    String evidence = dice.words();
    return Command.unforeseen(
        "mend %s %d".formatted(id, finding),
        desks -> desks.cases().mend(id, finding, evidence, deed));
  }

  private Command support(Deed deed) {
    CaseId id = file(PlainCase::open);
    String service = dice.any(plan.support().services()).id();
    EndReason why = dice.any(EndReason.class);
    String words = dice.words();
    int referral = 1 + dice.random().nextInt(2);
    int what = dice.random().nextInt(5);
    return Command.unforeseen(
        "support %s (%d)".formatted(id, what),
        desks -> {
          switch (what) {
            case 0, 1 -> desks.cases().refer(id, service, deed);
            case 2 -> desks.cases().accepted(id, referral, deed);
            case 3 -> desks.cases().started(id, referral, deed);
            default -> desks.cases().ended(id, referral, why, words, deed);
          }
        });
  }

  private CaseId file(Predicate<PlainCase> fitting) {
    return dice.rather(
        now.cases().entrySet().stream()
            .filter(file -> fitting.test(file.getValue()))
            .map(Map.Entry::getKey)
            .toList(),
        Dice.CASES);
  }
}
