package org.haetae.casework.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditFilter;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.register.Entry;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/**
 * Answers what is kept about somebody; a supervisor's to ask, who has checked for whom. That it was
 * asked is in the audit trail before anything is read. Safe for many threads.
 */
public final class SubjectAccess {
  private static final int MOST_READS = 100_000;

  private final Office office;
  private final Store store;
  private final RegisterDesk register;

  public SubjectAccess(Office office, Store store, RegisterDesk register) {
    this.office = office;
    this.store = store;
    this.register = register;
  }

  /**
   * For a respondent. Alerts are left out whole: that there was one, and when, would tell where a
   * camera stands and so where the protected person is. So are cases, stations, places, whoever is
   * protected, all reasons that somebody typed, and how grave the danger was held to be.
   *
   * @throws SubjectRefusal where nothing is kept, or somebody else than a supervisor asks
   */
  public SubjectAnswer of(RespondentId id, Deed deed) {
    begin(Owner.of(id), deed);
    List<Object> orders =
        store.read(in -> in.orders().all()).stream()
            .filter(file -> file.issued().respondent().equals(id))
            .<Object>map(file -> order(file, deed.at()))
            .toList();
    Optional<Entry> found = register.find(Owner.of(id));
    requireKept(id.value(), found.isPresent() || !orders.isEmpty() || isNamed(id));
    return new SubjectAnswer(
        id.value(),
        deed.at(),
        Map.of("register", entry(found), "orders", orders),
        List.of(
            "Who is protected, where, by which station and in which case: it could endanger them.",
            "Whether, when and where a camera has recognised you: it would tell what is guarded.",
            "What officers wrote and how grave they hold the danger to be.",
            "The faces themselves: numbers from your photographs, which leave this house never."));
  }

  /**
   * For the respondent whom an order names.
   *
   * @throws SubjectRefusal where there is no such order, and as above
   */
  public SubjectAnswer of(OrderId id, Deed deed) {
    begin(Owner.of(id), deed);
    RespondentId respondent =
        store
            .read(in -> in.orders().find(id))
            .map(file -> file.issued().respondent())
            .orElseThrow(() -> new SubjectRefusal("there is no order %s".formatted(id)));
    return of(respondent, deed);
  }

  /**
   * For a protected person, by case. Names of staff and of the respondent are left out.
   *
   * @throws SubjectRefusal as above
   */
  public SubjectAnswer of(CaseId id, Deed deed) {
    begin(Owner.of(id), deed);
    Optional<CaseFile> file = office.look(files -> files.find(id));
    Optional<Entry> found = register.find(Owner.of(id));
    requireKept(id.value(), file.isPresent() || found.isPresent());
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("register", entry(found));
    file.ifPresent(one -> kept.put("case", facts(one)));
    kept.put(
        "history",
        store.read(in -> in.ledger().about(id)).stream()
            .<Object>map(SubjectAccess::happened)
            .toList());
    kept.put(
        "photographs",
        store.read(in -> in.kept().photographs()).stream()
            .filter(photograph -> photograph.file().equals(id))
            .map(photograph -> photograph.taken().toString())
            .toList());
    kept.put("read", reads(id));
    return new SubjectAnswer(
        id.value(),
        deed.at(),
        kept,
        List.of(
            "Who the respondent is, and which of us did something: by their role alone.",
            "The photographs themselves: ask your officer to show them."));
  }

  private void begin(Owner about, Deed deed) {
    if (!deed.actor().supervises()) {
      throw new SubjectRefusal("only a supervisor answers what is kept about somebody");
    }
    store.run(
        in ->
            in.audit()
                .note(AuditNote.by(deed.by(), AuditAct.EXPORT, about.subject(), "subject access")));
  }

  private boolean isNamed(RespondentId id) {
    return office.look(
        files -> files.cases().stream().anyMatch(file -> file.opened().respondents().contains(id)));
  }

  private static void requireKept(String id, boolean kept) {
    if (!kept) {
      throw new SubjectRefusal("nothing is kept about %s: look at the id again".formatted(id));
    }
  }

  private static Map<String, Object> entry(Optional<Entry> found) {
    Map<String, Object> told = new LinkedHashMap<>();
    found.ifPresent(
        entry -> {
          told.put("name", entry.name());
          told.put("address", entry.address());
          told.put("phones", entry.phones());
          told.put("born", entry.born().map(LocalDate::toString).orElse(""));
        });
    return told;
  }

  private static Map<String, Object> order(OrderFile file, Instant now) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("reference", file.issued().reference());
    told.put("kind", file.issued().kind().name());
    told.put("offence", file.issued().offence().name());
    told.put("legalBasis", file.issued().legalBasis());
    told.put("issuedBy", file.issued().issuedBy());
    told.put("begins", file.issued().validity().from().toString());
    told.put("ends", file.endsAt().toString());
    told.put("state", file.stateAt(now).name());
    told.put("measures", file.measures().stream().map(one -> one.kind().name()).toList());
    return told;
  }

  private static Map<String, Object> facts(CaseFile file) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("opened", file.opened().at().toString());
    told.put("offence", file.opened().offence().name());
    told.put("station", file.opened().station().value());
    told.put("closed", file.closed().map(end -> end.at().toString()).orElse(""));
    told.put("grade", file.risk().grade().map(Enum::name).orElse(""));
    told.put(
        "watches", file.requests().stream().map(request -> request.asked().toString()).toList());
    return told;
  }

  /** What sort of thing was done and when; what was typed may be about others. */
  private static Map<String, Object> happened(Recorded recorded) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("at", recorded.entry().fact().at().toString());
    told.put("what", recorded.entry().fact().getClass().getSimpleName());
    return told;
  }

  private List<Object> reads(CaseId id) {
    AuditFilter filter =
        new AuditFilter(
            Optional.empty(), Optional.of(id.value()), Optional.empty(), Optional.empty());
    return store.read(in -> in.audit().newest(filter, Long.MAX_VALUE, MOST_READS)).stream()
        .map(record -> record.entry())
        .<Object>map(
            entry ->
                Map.of(
                    "at",
                    entry.at().toString(),
                    "act",
                    entry.note().act().name(),
                    "by",
                    entry
                        .note()
                        .actor()
                        .role()
                        .map(Enum::name)
                        .orElseGet(() -> entry.note().actor().kind().name())))
        .toList();
  }
}
