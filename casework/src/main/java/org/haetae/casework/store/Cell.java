package org.haetae.casework.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of a text in the database. Sealed text opens there only, so that no row can stand for
 * another and no column for its neighbour.
 *
 * @param row what tells the row from all others of its table, and never changes
 */
public record Cell(String table, String column, List<String> row) {
  public Cell {
    row = List.copyOf(row);
  }

  static Cell of(String table, String column, String... row) {
    return new Cell(table, column, List.of(row));
  }

  /** All of it as bytes, each text with its length before it: no two cells have the same. */
  public byte[] label() {
    List<byte[]> texts = new ArrayList<>();
    texts.add(bytes("haetae cell"));
    texts.add(bytes(table));
    texts.add(bytes(column));
    row.forEach(text -> texts.add(bytes(text)));
    ByteBuffer label =
        ByteBuffer.allocate(texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
    texts.forEach(text -> label.putInt(text.length).put(text));
    return label.array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
