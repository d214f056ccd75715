package org.haetae.casework.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads rows out of CSV with a line of column names, or out of a JSON list of objects. Every fault
 * is an {@link ImportFault}.
 */
final class ImportFile {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvReadFeature.FAIL_ON_MISSING_COLUMNS)
          .enable(CsvReadFeature.SKIP_EMPTY_LINES)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ImportFile() {}

  /**
   * @param text of the whole file; JSON where it begins with a bracket
   */
  static List<ImportRow> read(ImportKind kind, String text) {
    // A byte order mark is how spreadsheets say that it is UTF-8.
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<ImportRow> rows = plain.stripLeading().startsWith("[") ? json(plain) : csv(plain);
    if (rows.isEmpty()) {
      throw new ImportFault("the file has no row");
    }
    columns(kind, rows.getFirst());
    return rows;
  }

  private static List<ImportRow> csv(String text) {
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    List<ImportRow> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> all =
        CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
      // The header is read first; from then on the reader stands where the next row begins.
      for (boolean more = all.hasNextValue(); more; more = all.hasNextValue()) {
        int line = all.currentLocation().getLineNr();
        rows.add(new ImportRow(line, cleaned(all.nextValue())));
      }
    } catch (JacksonException e) {
      throw new ImportFault("the file is no CSV: " + e.getOriginalMessage());
    }
    return rows;
  }

  private static List<ImportRow> json(String text) {
    try {
      List<ImportRow> rows = new ArrayList<>();
      for (JsonNode node : JSON.readTree(text)) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : node.properties()) {
          values.put(value.getKey(), text(value.getValue()));
        }
        rows.add(new ImportRow(rows.size() + 1, values));
      }
      return rows;
    } catch (JacksonException e) {
      throw new ImportFault("the file is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asString("")));
      return String.join(";", parts);
    }
    return value.isNull() ? "" : value.asString("");
  }

  private static Map<String, String> cleaned(Map<String, String> values) {
    Map<String, String> clean = new LinkedHashMap<>();
    values.forEach((column, value) -> clean.put(column.strip(), value == null ? "" : value));
    return clean;
  }

  private static void columns(ImportKind kind, ImportRow first) {
    for (String column : first.values().keySet()) {
      if (!kind.knows(column)) {
        throw new ImportFault(
            "there is no column \"%s\" here; known are %s and, if you like, %s"
                .formatted(
                    column,
                    String.join(", ", kind.required()),
                    kind.optional().isEmpty() ? "no other" : String.join(", ", kind.optional())));
      }
    }
    for (String column : kind.required()) {
      if (!first.values().containsKey(column)) {
        throw new ImportFault("the column \"%s\" is missing".formatted(column));
      }
    }
  }
}
