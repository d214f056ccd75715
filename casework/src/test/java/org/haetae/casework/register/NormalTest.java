package org.haetae.casework.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
  private final Normal normal = Normal.korea();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010-1234-5678",
        "01012345678",
        " 010 1234 5678 ",
        "(010) 1234.5678",
        "+82 10-1234-5678",
        "+82 (0)10 1234 5678",
        "0082 10 1234 5678",
        "10-1234-5678",
        "０１０－１２３４－５６７８",
        "010‐1234–5678"
      })
  void aNumberHasOneSpelling(String given) {
    assertEquals(Optional.of("821012345678"), normal.phone(given));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "-", "kim", "010-12", "010-1234-567x", "0101234567890123", "++8210"})
  void whatIsNoNumberIsNone(String given) {
    assertEquals(Optional.empty(), normal.phone(given));
  }

  @Test
  void anotherCountrysNumberStaysItsOwn() {
    assertEquals(Optional.of("12025550123"), normal.phone("+1 202-555-0123"));
    assertEquals(Optional.of("8190123456"), normal.phone("+81 90 123 456"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"김 민수", "김민수", " 김　민수\t", "김\u00a0민수"})
  void aKoreanNameHasOneSpelling(String given) {
    assertEquals(Optional.of("김민수"), normal.name(given));
    assertEquals(Optional.of("김민수"), normal.name(Normalizer.normalize(given, Normalizer.Form.NFD)));
  }

  @Test
  void capitalsAndAccentsAreOneAsUnicodeSays() {
    assertEquals(normal.name("JOSE\u0301 Luis"), normal.name("José LUIS"));
    assertEquals(normal.name("İ"), normal.name("i\u0307"));
    assertEquals(Optional.empty(), normal.name(" \u3000 "));
  }
}
