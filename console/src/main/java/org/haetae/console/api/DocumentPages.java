package org.haetae.console.api;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.console.words.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description: for machines as OpenAPI, for people as a page. */
public final class DocumentPages {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Visits visits;
  private final Operations operations;

  public DocumentPages(Visits visits, Operations operations) {
    this.visits = visits;
    this.operations = operations;
  }

  /**
   * What the page shows.
   *
   * @param schemas by name, as JSON
   * @param address the console's own, for examples
   */
  public record Shown(List<Operation> operations, Map<String, String> schemas, String address) {
    public Shown {
      operations = List.copyOf(operations);
      schemas = Map.copyOf(schemas);
    }

    /** An example for a shell. */
    public String curl(Operation operation) {
      return Document.curl(operation, address);
    }

    /** What is sent or answered, in words. */
    public static String named(Class<?> type, boolean list) {
      return Schemas.name(type) + (list ? "[]" : "");
    }

    /** Names of schemas in their order. */
    public List<String> names() {
      return schemas.keySet().stream().sorted().toList();
    }
  }

  public void register(RoutesConfig routes) {
    operations.add(
        Operation.get("/api/openapi.json", "description"), visit -> visit.json(document(visit)));
    routes.get("/api", visits.ofAnybody(this::show));
  }

  /** In English whoever asks: it is read by programs. */
  private Map<String, Object> document(Visit visit) {
    Words english = Words.of("en", visit.words().zone());
    return Document.of(operations.all(), english::text);
  }

  private void show(Visit visit) {
    visit.show(
        "api.jte",
        new Shown(
            operations.all(),
            Document.schemas(operations.all(), MAPPER::writeValueAsString),
            visit.address()));
  }
}
