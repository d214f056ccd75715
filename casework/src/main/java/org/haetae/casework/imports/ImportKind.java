package org.haetae.casework.imports;

import java.util.List;

/** What can be taken in, and the columns of it. */
public enum ImportKind {
  STATIONS("id name latitude longitude", ""),
  STAFF("id role station", "trained"),
  CASES(
      "id person offence station", "respondents birth-year opened officer grade assessed contacts"),
  ORDERS(
      "id reference kind offence legal-basis issued-by respondent protected-people places"
          + " risk-grade valid-from valid-until",
      "measures"),
  WATCHES("serial station model", "firmware received case issued until registration"),
  CUSTODY("key respondent kind effective", "");

  private final String required;
  private final String optional;

  ImportKind(String required, String optional) {
    this.required = required;
    this.optional = optional;
  }

  /** Columns that must be there and filled. */
  public List<String> required() {
    return List.of(required.split(" "));
  }

  public List<String> optional() {
    return optional.isEmpty() ? List.of() : List.of(optional.split(" "));
  }

  boolean knows(String column) {
    return required().contains(column) || optional().contains(column);
  }
}
