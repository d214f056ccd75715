package org.haetae.app.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditEntry;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.audit.Digest;
import org.haetae.casework.audit.Link;
import org.haetae.casework.staff.Role;
import tools.jackson.databind.JsonNode;

/** Lines of an export, as JSON objects and back. */
final class ExportLine {
  private ExportLine() {}

  static Map<String, Object> of(AuditRecord record) {
    AuditEntry entry = record.entry();
    AuditNote note = entry.note();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "entry");
    line.put("number", entry.number());
    line.put("at", entry.at().toString());
    line.put("actorKind", note.actor().kind().name());
    line.put("actor", note.actor().name());
    note.actor().role().ifPresent(role -> line.put("role", role.name()));
    line.put("act", note.act().name());
    line.put("subjectKind", note.subject().kind().name());
    line.put("subject", note.subject().id());
    note.within()
        .ifPresent(
            whole -> {
              line.put("withinKind", whole.kind().name());
              line.put("within", whole.id());
            });
    line.put("detail", note.detail());
    line.put("salt", entry.salt());
    line.put("previous", record.previous().hex());
    line.put("hash", record.hash().hex());
    return line;
  }

  /** What is left out, but for its place in the chain. */
  static Map<String, Object> of(Link link) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "link");
    line.put("number", link.number());
    line.put("content", link.content().hex());
    line.put("previous", link.previous().hex());
    line.put("hash", link.hash().hex());
    return line;
  }

  static Link link(JsonNode line) {
    return new Link(
        line.get("number").asLong(),
        new Digest(line.get("previous").asString()),
        new Digest(line.get("content").asString()),
        new Digest(line.get("hash").asString()));
  }

  static AuditRecord record(JsonNode line) {
    AuditActor actor =
        new AuditActor(
            AuditActor.Kind.valueOf(line.get("actorKind").asString()),
            line.get("actor").asString(),
            text(line, "role").map(Role::valueOf));
    AuditNote note =
        new AuditNote(
            actor,
            AuditAct.valueOf(line.get("act").asString()),
            subject(line.get("subjectKind").asString(), line.get("subject").asString()),
            text(line, "withinKind").map(kind -> subject(kind, line.get("within").asString())),
            line.get("detail").asString());
    return new AuditRecord(
        new AuditEntry(
            line.get("number").asLong(),
            Instant.parse(line.get("at").asString()),
            note,
            line.get("salt").asString()),
        new Digest(line.get("previous").asString()),
        new Digest(line.get("hash").asString()));
  }

  private static AuditSubject subject(String kind, String id) {
    return new AuditSubject(AuditSubject.Kind.valueOf(kind), id);
  }

  private static Optional<String> text(JsonNode line, String name) {
    return line.has(name) ? Optional.of(line.get(name).asString()) : Optional.empty();
  }
}
