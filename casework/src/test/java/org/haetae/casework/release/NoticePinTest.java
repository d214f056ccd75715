package org.haetae.casework.release;

import static org.haetae.casework.release.Recipient.OFFICER_IN_CHARGE;
import static org.haetae.casework.release.Recipient.PROTECTED_PERSON;
import static org.haetae.casework.release.Releases.CASE;
import static org.haetae.casework.release.Releases.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haetae.domain.id.CaseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticePinTest {
  private static final CaseId OTHER = new CaseId("case-2");

  @Test
  void aCodeIsSixDigitsAndStaysTheSame() {
    for (int i = 0; i < 1_000; i++) {
      String code = PIN.code(CASE, "report-" + i, PROTECTED_PERSON);
      assertTrue(code.matches("[0-9]{6}"), code);
      assertEquals(code, PIN.code(CASE, "report-" + i, PROTECTED_PERSON));
    }
  }

  /** Of a million codes two are alike once in a million; of three hundred of these nearly none. */
  @Test
  void eachNoticeAndEachWhoMustKnowHasItsOwn() {
    int alike = 0;
    for (int i = 0; i < 100; i++) {
      String key = "report-" + i;
      String code = PIN.code(CASE, key, PROTECTED_PERSON);
      alike += code.equals(PIN.code(CASE, key, OFFICER_IN_CHARGE)) ? 1 : 0;
      alike += code.equals(PIN.code(OTHER, key, PROTECTED_PERSON)) ? 1 : 0;
      alike += code.equals(PIN.code(CASE, key + "0", PROTECTED_PERSON)) ? 1 : 0;
    }
    assertEquals(0, alike);
  }

  @Test
  void anotherSecretGivesOtherCodes() {
    byte[] secret = new byte[16];
    String one = new NoticePin(secret).code(CASE, "report-1", PROTECTED_PERSON);
    secret[15] = 1;
    assertNotEquals(one, new NoticePin(secret).code(CASE, "report-1", PROTECTED_PERSON));
  }

  @Test
  void aSecretThatIsWipedLaterIsKept() {
    byte[] secret = new byte[16];
    NoticePin pin = new NoticePin(secret);
    String before = pin.code(CASE, "report-1", PROTECTED_PERSON);
    Arrays.fill(secret, (byte) 7);
    assertEquals(before, pin.code(CASE, "report-1", PROTECTED_PERSON));
  }

  @Test
  void aShortSecretIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new NoticePin(new byte[15]));
  }

  @Test
  void onlyTheWholeCodeMatches() {
    String code = PIN.code(CASE, "report-1", PROTECTED_PERSON);
    assertTrue(matches(code));
    assertTrue(matches(" " + code + "\n"), "as it is typed");
    assertFalse(matches(Releases.wrong(code)));
    assertFalse(matches(code.substring(1)));
    assertFalse(matches(code + "0"));
    assertFalse(matches(PIN.code(CASE, "report-1", OFFICER_IN_CHARGE)));
    assertFalse(matches(PIN.code(OTHER, "report-1", PROTECTED_PERSON)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "하나둘셋넷다섯", "١٢٣٤٥٦", "-00001"})
  void whatIsNoCodeMatchesNothing(String given) {
    assertFalse(matches(given));
  }

  private static boolean matches(String given) {
    return PIN.matches(CASE, "report-1", PROTECTED_PERSON, given);
  }

  /** RFC 4226, section 5.3, with its own words: the low four bits of the last byte say where. */
  @Test
  void theCodeIsTruncatedAsInHotp() throws GeneralSecurityException {
    byte[] secret = "sixteen bytes or".getBytes(StandardCharsets.US_ASCII);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    for (int i = 0; i < 300; i++) {
      String text = "PROTECTED_PERSON\ncase-1\nreport-" + i;
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      int where = hash[31] & 15;
      int number = ByteBuffer.wrap(hash).getInt(where) & Integer.MAX_VALUE;
      String digits = "00000" + number;
      assertEquals(
          digits.substring(digits.length() - 6),
          new NoticePin(secret).code(CASE, "report-" + i, PROTECTED_PERSON));
    }
  }
}
