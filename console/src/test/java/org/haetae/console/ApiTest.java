package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentState;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program meets it: its description, steps, names of deeds, tags and parts. */
class ApiTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private static final UserId NA = new UserId("operator-na");

  @TempDir Path place;
  private House house;
  private Browser operator;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    operator = house.browser("operator-na", "en");
  }

  @AfterEach
  void close() {
    operator.close();
    house.close();
  }

  private static HttpResponse<String> post(Browser who, String path, String key, String body)
      throws Exception {
    HttpRequest.Builder request = who.to(path).header("Content-Type", "application/json");
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return who.send(request.POST(BodyPublishers.ofString(body)).build());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return MAPPER.readTree(answer.body());
  }

  private JsonNode document() throws Exception {
    return json(operator.get("/api/openapi.json"));
  }

  @Test
  void theDescriptionIsForWhoIsSignedInAndNamesEveryRoute() throws Exception {
    try (Browser stranger = house.browser("", "en")) {
      assertEquals(401, stranger.get("/api/openapi.json").statusCode());
      assertEquals(303, stranger.get("/api").statusCode());
    }
    Set<String> described = new TreeSet<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> routed = new TreeSet<>(house.routes());
    routed.removeIf(route -> !route.contains(" /api/"));
    assertEquals(routed, described);
  }

  /** By OpenAPI 3.1.1, sections 4.7 and 4.8: what each object must have, and where $ref leads. */
  @Test
  void theDescriptionIsWhole() throws Exception {
    JsonNode document = document();
    assertTrue(document.get("openapi").asString().matches("3\\.1\\.\\d+"));
    assertTrue(document.at("/info/title").isString() && document.at("/info/version").isString());
    Set<String> names = new TreeSet<>();
    for (var path : document.get("paths").properties()) {
      for (var one : path.getValue().properties()) {
        JsonNode operation = one.getValue();
        assertTrue(names.add(operation.get("operationId").asString()), "a name is there twice");
        assertFalse(operation.get("summary").asString().isBlank());
        assertTrue(operation.get("responses").has("200") && operation.get("responses").has("401"));
        Set<String> parameters = new TreeSet<>();
        for (JsonNode parameter : operation.get("parameters")) {
          assertTrue(parameters.add(parameter.get("name").asString()));
          assertTrue(Set.of("path", "query", "header").contains(parameter.get("in").asString()));
          assertTrue(parameter.get("schema").has("type"));
          boolean inPath = parameter.get("in").asString().equals("path");
          assertEquals(inPath, parameter.get("required").asBoolean());
          assertEquals(
              inPath, path.getKey().contains("{" + parameter.get("name").asString() + "}"));
        }
        assertEquals(path.getKey().contains("{id}"), parameters.contains("id"));
        boolean post = one.getKey().equals("post");
        assertEquals(post, operation.has("requestBody"));
        assertEquals(post, parameters.contains("Idempotency-Key"));
        assertEquals(!post, parameters.contains("If-None-Match"));
      }
    }
    for (JsonNode reference : document.findValues("$ref")) {
      assertFalse(
          document.at(reference.asString().substring(1)).isMissingNode(), reference.asString());
    }
    for (var schema : document.at("/components/schemas").properties()) {
      assertEquals("object", schema.getValue().get("type").asString());
      for (JsonNode required : schema.getValue().get("required")) {
        assertTrue(schema.getValue().get("properties").has(required.asString()));
      }
    }
    assertEquals(
        List.of("ANOTHER_PERSON"),
        List.of(document.at("/components/schemas/FalseAlarm/properties/reason/enum/0").asString()));
  }

  /** What is answered is what was described: each property, no other, of its type. */
  @Test
  void answersAreAsDescribed() throws Exception {
    house.live.comes(Severity.DANGER);
    house.live.calls(House.CASE);
    JsonNode document = document();
    try (Browser officer = house.officer()) {
      for (String path :
          List.of("/api/site", "/api/alerts", "/api/incidents", "/api/cover", "/api/orders")) {
        JsonNode answer = json(officer.get(path));
        JsonNode schema =
            document
                .get("paths")
                .get(path)
                .at("/get/responses/200/content/application~1json/schema");
        assertTrue(!answer.isEmpty(), path);
        fits(document, schema, answer, path);
      }
    }
  }

  private static void fits(JsonNode document, JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      fits(document, document.at(schema.get("$ref").asString().substring(1)), value, where);
    } else if (schema.has("anyOf")) {
      if (!value.isNull()) {
        fits(document, schema.get("anyOf").get(0), value, where);
      }
    } else if (schema.get("type").asString().equals("array")) {
      assertTrue(value.isArray(), where);
      value.forEach(one -> fits(document, schema.get("items"), one, where));
    } else if (schema.get("type").asString().equals("object")) {
      assertEquals(
          new TreeSet<>(schema.get("properties").propertyNames()),
          new TreeSet<>(value.propertyNames()),
          where);
      value
          .properties()
          .forEach(
              one ->
                  fits(
                      document,
                      schema.get("properties").get(one.getKey()),
                      one.getValue(),
                      where + "." + one.getKey()));
    } else {
      String type =
          value.isString()
              ? "string"
              : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer" : "number";
      String wanted = schema.get("type").asString();
      boolean whole = wanted.equals("number") && type.equals("integer");
      assertTrue(whole || wanted.equals(type), "%s is a %s".formatted(where, type));
    }
  }

  @Test
  void theDescriptionIsAPageToo() throws Exception {
    for (String language : List.of("en", "ko")) {
      try (Browser engineer = house.browser("engineer-mo", language)) {
        HttpResponse<String> page = engineer.get("/api");
        assertEquals(200, page.statusCode(), page.body());
        for (JsonNode name : document().findValues("operationId")) {
          assertTrue(page.body().contains("id=\"" + name.asString() + "\""), name.asString());
        }
        assertTrue(page.body().contains("curl -X POST"), page.body());
        assertFalse(page.body().contains("script>") && page.body().contains("//cdn"));
        assertTrue(page.body().length() < 100_000);
      }
    }
  }

  @Test
  void anIncidentIsSeenSentToAndClosed() throws Exception {
    Incident incident = house.live.comes(Severity.WARNING);
    String at = "/api/incidents/" + incident.id();
    assertEquals(
        "acknowledged",
        json(post(operator, at + "/acknowledge", "", "{}")).get("state").asString());
    assertEquals(
        "dispatched", json(post(operator, at + "/dispatch", "", "{}")).get("state").asString());
    assertEquals(
        "resolved",
        json(post(operator, at + "/resolve", "", "{\"outcome\":\"taken away\"}"))
            .get("state")
            .asString());
    assertEquals(1, house.live.acknowledged.size());
    assertEquals(409, post(operator, at + "/acknowledge", "", "{}").statusCode());
    house.now.updateAndGet(now -> now.plusSeconds(1));
    Incident other = house.live.comes(Severity.WARNING);
    at = "/api/incidents/" + other.id();
    var _ = json(post(operator, at + "/acknowledge", "", "{}"));
    assertEquals(
        "false-alarm",
        json(post(operator, at + "/false-alarm", "", "{\"reason\":\"DRILL\"}"))
            .get("state")
            .asString());
    assertEquals(
        404,
        post(operator, "/api/incidents/" + UUID.randomUUID() + "/dispatch", "", "{}").statusCode());
  }

  @Test
  void whatIsNoBodyOfThisDeedIsRefusedAndChangesNothing() throws Exception {
    Incident incident = house.live.comes(Severity.WARNING);
    String at = "/api/incidents/" + incident.id();
    var _ = json(post(operator, at + "/acknowledge", "", "{}"));
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"outcome\":null}",
            "{\"outcome\":7}",
            "{\"outcome\":\" \"}",
            "{\"outcome\":\"a\",\"outcome\":\"b\"}",
            "{\"outcome\":\"a\",\"state\":\"OPEN\"}",
            "{\"outcome\":\"a\",\"by\":\"supervisor-oh\"}",
            "{\"outcome\":\"a\"} x",
            "{\"outcome\":\"" + "a".repeat(2001) + "\"}",
            "[".repeat(5000))) {
      HttpResponse<String> answer = post(operator, at + "/resolve", "", body);
      assertEquals(400, answer.statusCode(), body);
      assertFalse(answer.body().contains("haetae.") || answer.body().contains("jackson"));
    }
    for (String body : List.of("{\"reason\":\"NONE\"}", "{\"reason\":0}", "{\"reason\":\"\"}")) {
      assertEquals(400, post(operator, at + "/false-alarm", "", body).statusCode(), body);
    }
    HttpResponse<String> form =
        operator.send(
            operator
                .to(at + "/resolve")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"outcome\":\"a\"}"))
                .build());
    assertEquals(415, form.statusCode());
    assertEquals(
        IncidentState.ACKNOWLEDGED, house.live.incidents.find(incident.id()).orElseThrow().state());
    assertEquals(2, house.live.incidents.events(incident.id()).size());
  }

  @Test
  void aNamedDeedIsDoneOnceAndAnsweredAsOftenAsItIsSent() throws Exception {
    Incident incident = house.live.comes(Severity.WARNING);
    String at = "/api/incidents/" + incident.id();
    HttpResponse<String> first = post(operator, at + "/acknowledge", "k-1", "{}");
    HttpResponse<String> second = post(operator, at + "/acknowledge", "k-1", "{}");
    assertEquals(200, second.statusCode());
    assertEquals(first.body(), second.body());
    assertEquals(2, house.live.incidents.events(incident.id()).size());
    assertEquals(1, house.live.acknowledged.size());

    assertEquals(422, post(operator, at + "/dispatch", "k-1", "{}").statusCode());
    assertEquals(409, post(operator, at + "/acknowledge", "k-2", "{}").statusCode());
    assertEquals(400, post(operator, at + "/dispatch", "a key", "{}").statusCode());
    assertEquals(400, post(operator, at + "/dispatch", "k".repeat(129), "{}").statusCode());
    try (Browser officer = house.officer()) {
      assertEquals(409, post(officer, at + "/acknowledge", "k-1", "{}").statusCode(), "not theirs");
    }
    // What was refused may be tried again.
    assertEquals(400, post(operator, at + "/resolve", "k-3", "{}").statusCode());
    assertEquals(200, post(operator, at + "/resolve", "k-3", "{\"outcome\":\"a\"}").statusCode());
  }

  @Test
  void aNamedDeedThatComesManyTimesAtOnceIsDoneOnce() throws Exception {
    Incident incident = house.live.comes(Severity.WARNING);
    String at = "/api/incidents/%s/acknowledge".formatted(incident.id());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(() -> post(operator, at, "at-once", "{}"));
      }
      Set<String> answers = new TreeSet<>();
      for (Future<HttpResponse<String>> one : threads.invokeAll(all)) {
        assertEquals(200, one.get().statusCode(), one.get().body());
        answers.add(one.get().body());
      }
      assertEquals(1, answers.size());
    }
    assertEquals(2, house.live.incidents.events(incident.id()).size());
  }

  @Test
  void whoKnowsAnAnswerIsToldThatItStillStands() throws Exception {
    house.live.comes(Severity.WARNING);
    for (String path : List.of("/api/incidents", "/api/cover", "/api/openapi.json", "/api/site")) {
      String tag = operator.get(path).headers().firstValue("ETag").orElseThrow();
      assertTrue(tag.matches("\"[A-Za-z0-9_-]{24}\""), tag);
      for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
        HttpResponse<String> same = known(path, known);
        assertEquals(304, same.statusCode(), path);
        assertEquals("", same.body());
        assertEquals(Optional.of(tag), same.headers().firstValue("ETag"));
      }
      assertEquals(200, known(path, "\"x\"").statusCode());
    }
    String before = operator.get("/api/incidents").headers().firstValue("ETag").orElseThrow();
    long entries = house.store.read(in -> in.audit().head()).orElseThrow().number();
    assertEquals(304, known("/api/incidents", before).statusCode());
    assertEquals(
        entries + 1,
        house.store.read(in -> in.audit().head()).orElseThrow().number(),
        "that nothing has changed was told, too");
    house.live.comes(Severity.DANGER);
    HttpResponse<String> now = known("/api/incidents", before);
    assertEquals(200, now.statusCode());
    assertNotEquals(Optional.of(before), now.headers().firstValue("ETag"));
  }

  private HttpResponse<String> known(String path, String tag) throws Exception {
    return operator.send(operator.to(path).header("If-None-Match", tag).build());
  }

  @Test
  void aLongListComesInPartsAndNothingIsLeftOut() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      house.live.comes(Severity.WARNING);
      Incident one =
          house.live.incidents.newest(9).stream()
              .filter(incident -> incident.state() == IncidentState.OPEN)
              .findFirst()
              .orElseThrow();
      made.add(one.id().toString());
      var _ = house.live.incidents.acknowledge(one.id(), NA);
      var _ = house.live.incidents.resolve(one.id(), NA, "x");
      if (i % 3 == 0) {
        house.now.updateAndGet(now -> now.plusSeconds(60));
      }
    }
    assertEquals(new TreeSet<>(made), new TreeSet<>(parts("/api/incidents?limit=2", "id", 4)));
    assertEquals(7, parts("/api/incidents?limit=2", "id", 4).size(), "nothing twice");
    assertEquals(
        house.live.alerts.newest().stream().map(one -> one.id().toString()).toList(),
        parts("/api/alerts?limit=3", "id", 3));
    assertEquals(List.of("person-1", "person-2"), parts("/api/cover?limit=1", "person", 2));
    for (String wrong :
        List.of("limit=0", "limit=501", "limit=x", "limit=-1", "after=", "after=none")) {
      assertEquals(400, operator.get("/api/incidents?" + wrong).statusCode(), wrong);
      assertEquals(400, operator.get("/api/alerts?" + wrong).statusCode(), wrong);
    }
  }

  /** Follows a list to its end. */
  private List<String> parts(String path, String name, int most) throws Exception {
    List<String> all = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    for (int part = 0; next.isPresent(); part++) {
      assertTrue(part < most + 1, "it has no end");
      HttpResponse<String> answer = operator.get(next.get());
      json(answer).forEach(one -> all.add(one.get(name).asString()));
      next =
          answer
              .headers()
              .firstValue("Link")
              .map(NEXT::matcher)
              .filter(Matcher::find)
              .map(m -> m.group(1));
    }
    return all;
  }
}
