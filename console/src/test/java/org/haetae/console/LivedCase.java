package org.haetae.console;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A bit of everything in the case of a {@link House}, so that each page has something to show. */
public final class LivedCase {
  private static final String CASE = "/cases/case-1";

  private LivedCase() {}

  /** Has an officer do it all; answers what the console said to each. */
  public static List<HttpResponse<String>> by(Browser officer)
      throws IOException, InterruptedException {
    return List.of(
        officer.post(CASE + "/risk", Map.of("stalking", "YES")),
        officer.post(CASE + "/watch", Map.of("station", "jongno")),
        officer.post(CASE + "/support", Map.of("service", "smile-center")),
        officer.upload(
            CASE + "/inspection",
            InspectionForm.with("BAD", "the <b>chain</b> is broken"),
            List.of()),
        officer.post(
            "/releases",
            Map.of(
                "key", "c-1",
                "respondent", "respondent-of-case-1",
                "kind", "RELEASED",
                "effective", "2026-11-26T09:00")));
  }
}
