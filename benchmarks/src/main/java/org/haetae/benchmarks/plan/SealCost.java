package org.haetae.benchmarks.plan;

import java.util.List;
import org.haetae.casework.store.Cell;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Sealing;

/** Prints how long it takes to seal and to open one row's text, with its key in memory. */
final class SealCost {
  private static final int ROUNDS = 200_000;
  private static final String TEXT =
      """
      {"at":"2026-02-28T14:59:59.123456789Z","by":"officer-lim","to":"EXTREME",\
      "reason":"he was seen at the school twice this week"}\
      """;

  private SealCost() {}

  static void print(Sealing sealing) {
    String[] rows = new String[ROUNDS];
    for (int round = 1; round <= 3; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        rows[i] = sealing.seal(Owner.HOUSE, cell(i), TEXT);
      }
      long sealed = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        if (!sealing.open(cell(i), rows[i]).orElseThrow().equals(TEXT)) {
          throw new IllegalStateException("another text came back");
        }
      }
      long opened = System.nanoTime();
      System.out.printf(
          "  %d letters become %d; seal %d ns, open %d ns%n",
          TEXT.length(), rows[0].length(), (sealed - start) / ROUNDS, (opened - sealed) / ROUNDS);
    }
  }

  private static Cell cell(int i) {
    return new Cell("ledger", "detail", List.of(Integer.toString(i), "CASE", "case-00001"));
  }
}
