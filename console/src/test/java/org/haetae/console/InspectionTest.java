package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.haetae.casework.inspection.InspectionFact.Inspected;
import org.haetae.console.Browser.Chosen;
import org.haetae.console.inspection.PhotographIntakeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
  private static final String CASE = "/cases/case-1";

  @TempDir Path place;
  private House house;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    browser = house.officer();
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  private static byte[] picture() throws Exception {
    return PhotographIntakeTest.picture("jpg", 400, 300);
  }

  private List<String> photographs() {
    return house.store.read(in -> in.ledger().about(House.CASE)).stream()
        .map(one -> one.entry().fact())
        .filter(Inspected.class::isInstance)
        .flatMap(fact -> ((Inspected) fact).seen().stream())
        .flatMap(seen -> seen.photographs().stream())
        .toList();
  }

  private int sealed() {
    Optional<String> key = house.store.read(in -> in.photographs().key(House.CASE));
    return key.isPresent() ? 1 : 0;
  }

  @Test
  void aPhotographIsSealedAndShownToWhoSeesTheCase() throws Exception {
    HttpResponse<String> answer =
        browser.upload(
            CASE + "/inspection",
            InspectionForm.with("BAD", "chain broken"),
            List.of(
                new Chosen("photograph-LOCK", picture()),
                new Chosen("photograph-LOCK", picture()),
                new Chosen("photograph-CAMERA_VIEW", new byte[0])));
    assertEquals(303, answer.statusCode(), answer.body());
    assertEquals(2, photographs().size());
    assertEquals(1, house.file().inspections().open().size());

    String at = CASE + "/photographs/" + photographs().getFirst();
    HttpResponse<byte[]> shown = browser.bytes(at);
    assertEquals("image/jpeg", shown.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(400, ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth());
    assertNowhereInTheClear(shown.body());
    try (Browser far = house.browser("officer-far", "en");
        Browser operator = house.browser("operator-na", "en")) {
      assertEquals(404, far.bytes(at).statusCode());
      assertEquals(403, operator.bytes(at).statusCode());
    }
  }

  /** No sixteen bytes in a row of the picture's middle are in any file. */
  private void assertNowhereInTheClear(byte[] jpeg) throws Exception {
    String middle = new String(jpeg, jpeg.length / 2, 16, StandardCharsets.ISO_8859_1);
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertFalse(
            Files.readString(file, StandardCharsets.ISO_8859_1).contains(middle),
            () -> file.toString());
      }
    }
  }

  @Test
  void whatIsRefusedLeavesNoPhotograph() throws Exception {
    List<Chosen> one = List.of(new Chosen("photograph-LOCK", picture()));
    assertEquals(
        400,
        browser.upload(CASE + "/inspection", InspectionForm.with("BAD", ""), one).statusCode());
    Map<String, String> half = InspectionForm.with("GOOD", "");
    half.remove("CONTACT_LIST");
    assertEquals(400, browser.upload(CASE + "/inspection", half, one).statusCode());
    List<Chosen> script =
        List.of(
            new Chosen("photograph-CAMERA_VIEW", picture()),
            new Chosen("photograph-LOCK", "<script>".getBytes(StandardCharsets.UTF_8)));
    HttpResponse<String> refused =
        browser.upload(CASE + "/inspection", InspectionForm.with("GOOD", ""), script);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("can’t be read"), refused.body());
    assertEquals(0, sealed());
    assertEquals(Optional.empty(), house.file().inspections().last());
  }

  @Test
  void aFindingIsClosedWithEvidenceOnly() throws Exception {
    browser.upload(CASE + "/inspection", InspectionForm.with("BAD", "chain broken"), List.of());
    String at = CASE + "/findings/1";
    assertEquals(409, browser.upload(at, Map.of(), List.of()).statusCode());
    assertEquals(404, browser.upload(CASE + "/findings/9", Map.of(), List.of()).statusCode());
    assertEquals(0, sealed());
    HttpResponse<String> done =
        browser.upload(at, Map.of(), List.of(new Chosen("photograph", picture())));
    assertEquals(303, done.statusCode(), done.body());
    assertEquals(List.of(), house.file().inspections().open());
    assertNotEquals(0, sealed());
  }

  @Test
  void anUploadBeyondMeasureIsRefusedInASentence() throws Exception {
    HttpResponse<String> answer =
        browser.upload(
            CASE + "/inspection",
            InspectionForm.with("GOOD", ""),
            List.of(new Chosen("photograph-LOCK", new byte[11 << 20])));
    assertEquals(413, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("too large"), answer.body());
  }
}
