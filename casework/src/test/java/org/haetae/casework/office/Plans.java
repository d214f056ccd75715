package org.haetae.casework.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.risk.ChecklistReader;

/** The shipped plan, elsewhere. */
final class Plans {
  private static final String SHIPPED = "Asia/Seoul";

  private Plans() {}

  static Plan in(ZoneId zone) {
    return PlanReader.read(
        "plan",
        text(PlanReader.class, "korea-2026.yaml", zone),
        ChecklistReader.read(
            "checklist", text(ChecklistReader.class, "checklists/haetae-2026.yaml", zone)));
  }

  private static String text(Class<?> beside, String name, ZoneId zone) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(SHIPPED, zone.getId());
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
