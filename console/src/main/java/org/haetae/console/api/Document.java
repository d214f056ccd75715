package org.haetae.console.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haetae.casework.account.Scope;
import org.haetae.domain.id.Spelling;

/**
 * The description of all operations as OpenAPI 3.1.1 (spec.openapis.org/oas/v3.1.1). Belongs to one
 * thread.
 */
final class Document {
  private final Schemas schemas = new Schemas();
  private final Map<String, Map<String, Object>> paths = new LinkedHashMap<>();

  private Document() {}

  static Map<String, Object> of(List<Operation> operations, Function<String, String> words) {
    Document document = new Document();
    operations.forEach(one -> document.add(one, words.apply("api." + one.name())));
    Map<String, Object> problem = document.schemas.of(Problem.class);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("openapi", "3.1.1");
    whole.put("info", Map.of("title", words.apply("app"), "version", "1"));
    whole.put("servers", List.of(Map.of("url", "/")));
    whole.put("security", List.of(Map.of("token", List.of()), Map.of("session", List.of())));
    whole.put("paths", document.paths);
    whole.put(
        "components",
        Map.of(
            "schemas",
            new TreeMap<>(document.schemas.named()),
            "responses",
            Map.of("Problem", content(words.apply("api.problem"), "problem+json", problem)),
            "securitySchemes",
            Map.of(
                "token", Map.of("type", "http", "scheme", "bearer"),
                "session", Map.of("type", "apiKey", "in", "cookie", "name", "haetae-session"))));
    return whole;
  }

  /** The schemas of all that is sent and answered, each written out. */
  static Map<String, String> schemas(List<Operation> operations, Function<Object, String> written) {
    Schemas schemas = new Schemas();
    for (Operation one : operations) {
      one.body().ifPresent(body -> schemas.of(body.type()));
      one.answer().type().ifPresent(schemas::of);
    }
    return schemas.named().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> written.apply(one.getValue())));
  }

  private void add(Operation operation, String summary) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("operationId", operation.name());
    one.put("summary", summary);
    operation
        .right()
        .ifPresent(
            right -> {
              one.put("tags", List.of(Spelling.of(right.section())));
              one.put("security", security(right.scope()));
            });
    one.put("parameters", operation.parameters().stream().map(Document::parameter).toList());
    operation
        .body()
        .ifPresent(
            body -> {
              Map<String, Object> schema = schemas.of(body.type());
              Map<String, Object> sent = new LinkedHashMap<>();
              sent.put("required", true);
              sent.put("content", json("json", body.list() ? Schemas.list(schema) : schema));
              one.put("requestBody", sent);
            });
    one.put("responses", responses(operation));
    String method = operation.method().name().toLowerCase(Locale.ROOT);
    paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>()).put(method, one);
  }

  /** A bearer's scopes are roles in OpenAPI 3.1: names, not OAuth. */
  private static List<Map<String, List<String>>> security(Scope scope) {
    return List.of(Map.of("token", List.of(scope.name())), Map.of("session", List.of()));
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", parameter.name());
    one.put("in", Spelling.of(parameter.in()));
    one.put("description", parameter.means());
    one.put("required", parameter.required());
    one.put("schema", new TreeMap<>(parameter.schema()));
    return one;
  }

  private Map<String, Object> responses(Operation operation) {
    Map<String, Object> all = new TreeMap<>();
    Operation.Answer answer = operation.answer();
    Optional<Map<String, Object>> one = answer.type().map(schemas::of);
    Map<String, Object> schema =
        one.map(its -> answer.list() ? Schemas.list(its) : its).orElse(Map.of("type", "object"));
    Map<String, Object> good = new LinkedHashMap<>(content("done", "json", schema));
    boolean asked = operation.parameters().contains(Parameter.ifNoneMatch());
    Map<String, Object> headers = new TreeMap<>();
    if (asked) {
      headers.put("ETag", text());
      all.put("304", Map.of("description", "as before"));
    }
    if (operation.parameters().contains(Parameter.limit())) {
      headers.put("Link", text());
    }
    good.put("headers", headers);
    all.put("200", good);
    operation
        .statuses()
        .forEach(
            status ->
                all.put(
                    Integer.toString(status), Map.of("$ref", "#/components/responses/Problem")));
    return all;
  }

  private static Map<String, Object> text() {
    return Map.of("schema", Map.of("type", "string"));
  }

  private static Map<String, Object> content(
      String means, String type, Map<String, Object> schema) {
    return Map.of("description", means, "content", json(type, schema));
  }

  private static Map<String, Object> json(String type, Map<String, Object> schema) {
    return Map.of("application/" + type, Map.of("schema", schema));
  }

  /** An example of an operation for a shell. */
  static String curl(Operation operation, String address) {
    String body =
        operation.body().isPresent()
            ? " -H 'Content-Type: application/json' -H 'Idempotency-Key: 1' -d @body.json"
            : "";
    String query =
        operation.parameters().stream()
            .filter(one -> one.name().equals("limit"))
            .map(_ -> "?limit=10")
            .collect(Collectors.joining());
    return "curl -X %s -H \"Authorization: Bearer $TOKEN\"%s '%s%s%s'"
        .formatted(operation.method().name(), body, address, operation.path().substring(1), query);
  }
}
