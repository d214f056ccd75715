package org.haetae.console;

import java.util.HashMap;
import java.util.Map;
import org.haetae.casework.inspection.Check;

/** The form of an inspection, filled in: all is good but perhaps the lock. */
public final class InspectionForm {
  private InspectionForm() {}

  public static Map<String, String> with(String lock, String note) {
    Map<String, String> fields = new HashMap<>();
    for (Check check : Check.values()) {
      fields.put(check.name(), "GOOD");
    }
    fields.put("LOCK", lock);
    fields.put("note-LOCK", note);
    return fields;
  }
}
