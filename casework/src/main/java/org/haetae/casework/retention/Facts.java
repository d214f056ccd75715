package org.haetae.casework.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.store.Owner;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;

/** All that decides how long things are kept, without a word of what they say. */
public record Facts(
    List<OfCase> cases,
    List<OfOrder> orders,
    List<OfIncident> incidents,
    List<OfPhotograph> photographs,
    List<OfPosition> positions,
    List<OfRespondent> respondents) {
  public Facts {
    cases = List.copyOf(cases);
    orders = List.copyOf(orders);
    incidents = List.copyOf(incidents);
    photographs = List.copyOf(photographs);
    positions = List.copyOf(positions);
    respondents = List.copyOf(respondents);
  }

  /**
   * @param closed empty while the person is protected
   */
  public record OfCase(
      CaseId id,
      ProtectedPersonId person,
      Set<RespondentId> respondents,
      Optional<Instant> closed) {}

  /**
   * @param ends by all that has happened to it
   * @param faces whether some are sealed still
   */
  public record OfOrder(
      OrderId id,
      RespondentId respondent,
      Set<ProtectedPersonId> people,
      Instant ends,
      boolean faces) {}

  /**
   * @param of the order or the case
   * @param ongoing while nobody has closed it
   */
  public record OfIncident(Owner of, Instant opened, Instant last, boolean ongoing) {}

  public record OfPhotograph(String name, CaseId file, Instant taken) {}

  /**
   * @param at the watch's newest sign of life
   * @param holder the case of whoever has the watch
   * @param last the case of whoever had it last
   */
  public record OfPosition(
      WatchSerial watch, Instant at, Optional<CaseId> holder, Optional<CaseId> last) {}

  /**
   * @param changed when the name was written down last
   */
  public record OfRespondent(RespondentId id, Instant changed) {}
}
