package org.haetae.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.haetae.console.Browser;
import org.haetae.console.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API's description is held against the OpenAPI Initiative's own schema, and each of our
 * schemas in it against the dialect of OpenAPI 3.1. Nothing is fetched: the schemas
 * (spec.openapis.org/oas/3.1, Apache 2.0) lie in the jar of Eclipse Vert.x OpenAPI, those of JSON
 * Schema 2020-12 in the validator's.
 */
class OpenApiSchemaTest {
  private static final String OAS = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              registry ->
                  registry.schemaIdResolvers(
                      ids ->
                          ids.mapPrefix(
                              "https://spec.openapis.org/", "classpath:spec.openapis.org/")))
          .getSchema(SchemaLocation.of(OAS));

  @TempDir Path place;

  private static JsonNode document(House house, String language) throws Exception {
    try (Browser operator = house.browser("operator-na", language)) {
      return JsonMapper.builder().build().readTree(operator.get("/api/openapi.json").body());
    }
  }

  private static List<String> faults(JsonNode document) {
    return SCHEMA.validate(document).stream().map(Object::toString).toList();
  }

  @Test
  void theDescriptionKeepsTheRulesOfItsStandard() throws Exception {
    try (House house = new House(place)) {
      for (String language : List.of("en", "ko")) {
        assertEquals(List.of(), faults(document(house, language)), language);
      }
    }
  }

  @Test
  void whatBreaksThemIsFound() throws Exception {
    JsonNode whole;
    try (House house = new House(place)) {
      whole = document(house, "en");
    }
    List<Consumer<ObjectNode>> breaks =
        List.of(
            one -> one.remove("info"),
            one -> one.put("openapi", "3.0.3"),
            one -> one.put("contact", "nobody"),
            one -> one.withObject("/components/securitySchemes/token").put("type", "bearer"),
            one -> one.withObject("/components/schemas").withObject("Odd").put("type", "strin"),
            one -> one.withObject("/components/schemas/Odd").put("minLength", -1),
            one -> one.withObject("/paths").withObject("no-slash").put("summary", "x"),
            one ->
                one.withArray("/paths/~1api~1incidents/get/parameters")
                    .addObject()
                    .put("name", "x")
                    .put("in", "body"));
    for (int i = 0; i < breaks.size(); i++) {
      ObjectNode broken = (ObjectNode) whole.deepCopy();
      breaks.get(i).accept(broken);
      assertFalse(faults(broken).isEmpty(), "the break %d is not found".formatted(i));
    }
  }
}
