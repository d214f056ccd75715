package org.haetae.casework.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where rows stand, and what is no file to import. */
class ImportFileTest {
  private static final String HEAD = "id,name,latitude,longitude\n";

  private static List<Integer> lines(String text) {
    return ImportFile.read(ImportKind.STATIONS, text).stream().map(ImportRow::line).toList();
  }

  @Test
  void aRowKnowsItsLine() {
    assertEquals(List.of(2, 3), lines(HEAD + "a,A,37,127\nb,B,37,127\n"));
    assertEquals(List.of(2, 3), lines(HEAD + "a,A,37,127\nb,B,37,127"));
    assertEquals(List.of(2), lines("\uFEFF" + HEAD + "a,A,37,127\n"));
  }

  @Test
  void aRowOverSeveralLinesCountsThemAll() {
    assertEquals(List.of(2, 4), lines(HEAD + "a,\"A\nB\",37,127\nb,B,37,127\n"));
  }

  @Test
  void jsonRowsAreCounted() {
    List<ImportRow> rows =
        ImportFile.read(
            ImportKind.STATIONS,
            "[{\"id\": \"a\", \"name\": \"A\", \"latitude\": 37, \"longitude\": 127.5}]");
    assertEquals(1, rows.getFirst().line());
    assertEquals(127.5, rows.getFirst().number("longitude"));
  }

  @Test
  void whatIsNoFileIsSaidInASentence() {
    for (String text :
        List.of("", "id\n", HEAD, "id,name\na,b\n", HEAD + "a,b\n", "[{", "[1]", "id,x\n1,2\n")) {
      ImportFault fault =
          assertThrows(ImportFault.class, () -> ImportFile.read(ImportKind.STATIONS, text), text);
      assertTrue(fault.getMessage() != null && !fault.getMessage().contains("\n"), text);
    }
  }
}
