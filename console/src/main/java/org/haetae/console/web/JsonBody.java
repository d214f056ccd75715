package org.haetae.console.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Locale;
import org.haetae.console.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON that strangers write: exactly the fields of a record, each of its own type, nothing
 * twice, nothing besides. A field that isn't there can't be assigned.
 */
final class JsonBody {
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxStringLength(MOST_CHARACTERS)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private JsonBody() {}

  static <T> T read(Context ctx, Words words, Class<T> type) {
    String kind = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
    if (!kind.matches("application/json\\s*(;.*)?")) {
      throw new UnsupportedMediaTypeResponse(words.text("problem.not-json"));
    }
    String body = ctx.body();
    if (body.length() > MOST_CHARACTERS) {
      throw new ContentTooLargeResponse(words.text("problem.large"));
    }
    try {
      T read = MAPPER.readValue(body, type);
      if (read == null) {
        throw new BadRequestResponse(words.text("problem.json"));
      }
      return read;
    } catch (JacksonException e) {
      // Its message names classes and quotes what was sent.
      throw new BadRequestResponse(words.text("problem.json"));
    }
  }
}
