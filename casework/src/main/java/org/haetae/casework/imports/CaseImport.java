package org.haetae.casework.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.casefile.CaseFact.ContactsSet;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.office.Change;
import org.haetae.casework.risk.ChecklistVersion;
import org.haetae.casework.risk.GradeRange;
import org.haetae.casework.risk.RiskFact.Assessed;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;

/**
 * Cases. Contacts are {@code means/language/name;…}, with an exclamation mark before one that the
 * respondent can see. A grade stands as another system's assessment, without answers.
 *
 * @param zone of days
 */
record CaseImport(ZoneId zone) implements RowImport {
  private static final ChecklistVersion ELSEWHERE = new ChecklistVersion("imported", "1");

  @Override
  public void take(ImportRow row, Change change, Deed deed) {
    CaseId id = row.value("id", CaseId::new);
    ProtectedPersonId person = row.value("person", ProtectedPersonId::new);
    StationId station = row.value("station", StationId::new);
    if (change.files().stock().station(station).isEmpty()) {
      throw new ImportFault("there is no station %s: import stations first".formatted(station));
    }
    if (!change.files().protecting(person).isEmpty()) {
      throw new ImportFault("%s is protected by another case already".formatted(person));
    }
    Instant opened = row.has("opened") ? row.time("opened", zone) : deed.at();
    change.add(
        id,
        new Opened(
            opened,
            deed.by(),
            person,
            respondents(row),
            row.constant("offence", Offence.class),
            station,
            row.has("birth-year") ? OptionalInt.of(row.whole("birth-year")) : OptionalInt.empty()));
    row.maybe("officer", UserId::new)
        .ifPresent(officer -> change.add(id, new Assigned(opened, deed.by(), officer)));
    if (row.has("grade")) {
      RiskGrade grade = row.constant("grade", RiskGrade.class);
      Instant at = row.has("assessed") ? row.time("assessed", zone) : opened;
      change.add(
          id,
          new Assessed(at, deed.by(), ELSEWHERE, Map.of(), new GradeRange(grade, grade), false));
    }
    List<Contact> contacts = row.parts("contacts").stream().map(CaseImport::contact).toList();
    if (!contacts.isEmpty()) {
      change.add(id, new ContactsSet(opened, deed.by(), contacts));
    }
  }

  private static Set<RespondentId> respondents(ImportRow row) {
    try {
      return row.parts("respondents").stream().map(RespondentId::new).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new ImportFault("\"respondents\": " + e.getMessage());
    }
  }

  private static Contact contact(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new ImportFault(
          "\"contacts\": \"%s\" must be means/language/name, such as call/ko/phone-1"
              .formatted(text));
    }
    boolean seen = parts[0].startsWith("!");
    return new Contact(
        parts[2],
        ImportRow.constant(
            "contacts", seen ? parts[0].substring(1) : parts[0], Contact.Means.class),
        Locale.forLanguageTag(parts[1]),
        seen);
  }
}
