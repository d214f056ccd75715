package org.haetae.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.Question;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;

/**
 * The case behind the demo's cameras, with one thing left undone: the watch was handed over an hour
 * ago and the emergency system doesn't know it.
 */
public final class DemoCase {
  private static final CaseId CASE = new CaseId("case-0117");
  private static final StationId STATION = new StationId("station-jongno");
  private static final WatchSerial WATCH = new WatchSerial("SW-1007");
  private static final UserId OFFICER = new UserId("officer-lim");
  private static final UserId SUPERVISOR = new UserId("supervisor-oh");
  private static final UserId OPERATOR = new UserId("operator-na");
  private static final Set<String> KNOWN =
      Set.of("stalking", "breach-of-order", "separation", "fear", "lives-near");

  private final Plan plan;
  private final CaseDesk cases;
  private final WatchDesk watches;
  private final Instant now;

  /**
   * @param now its facts lie in the days before
   */
  public DemoCase(Office office, Plan plan, Instant now) {
    this.plan = plan;
    this.cases = new CaseDesk(office, plan);
    this.watches = new WatchDesk(office, plan.watches());
    this.now = now;
  }

  /** Who leads the case. */
  public static UserId officer() {
    return OFFICER;
  }

  /** Who watches the cameras and knows pseudonyms only. */
  public static UserId operator() {
    return OPERATOR;
  }

  /** Writes it all down. */
  public void enter() {
    watches.place(STATION, "Jongno (invented)", new GeoPoint(37.5759, 126.9849), ago(20));
    watches.receive(WATCH, STATION, "SW-2", "1.4", ago(20));
    cases.post(OFFICER, Role.OFFICER, STATION, ago(20));
    plan.curriculum().modules().stream()
        .filter(module -> module.needed().contains(Role.OFFICER))
        .forEach(module -> cases.trained(OFFICER, module.id(), ago(20)));
    cases.post(SUPERVISOR, Role.SUPERVISOR, STATION, ago(20));
    cases.post(OPERATOR, Role.OPERATOR, STATION, ago(20));
    cases.open(
        CASE,
        new ProtectedPersonId("protected-yun"),
        Set.of(new RespondentId("respondent-han"), new RespondentId("respondent-seo")),
        Offence.STALKING,
        STATION,
        OptionalInt.of(1991),
        ago(5));
    cases.assign(CASE, OFFICER, ago(5));
    cases.contacts(
        CASE, List.of(new Contact("phone-1", Contact.Means.CALL, Locale.KOREAN, false)), ago(5));
    cases.assess(CASE, answers(), ago(2));
    handOver();
  }

  private void handOver() {
    int number = watches.ask(CASE, STATION, ago(1));
    RequestKey key = new RequestKey(CASE, number);
    Deed hour = deed(now.minus(Duration.ofHours(1)));
    watches.issue(key, new Handing("identity card", true, true), hour);
    for (RequestStep step :
        List.of(RequestStep.RECEIVED, RequestStep.PROMISED, RequestStep.HANDED)) {
      watches.told(key, step, "said face to face", hour);
    }
  }

  private Map<String, Answer> answers() {
    Map<String, Answer> answers = new HashMap<>();
    for (Question question : plan.checklist().questions()) {
      answers.put(question.id(), KNOWN.contains(question.id()) ? Answer.YES : Answer.NO);
    }
    return answers;
  }

  private Deed ago(int days) {
    return deed(now.minus(Duration.ofDays(days)));
  }

  private static Deed deed(Instant at) {
    return new Deed(new Actor(OFFICER, Role.SUPERVISOR), at);
  }
}
