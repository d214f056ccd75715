package org.haetae.domain.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.haetae.domain.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
  private static final List<Function<String, Object>> KINDS =
      List.of(CameraId::new, OrderId::new, PlaceId::new, ProtectedPersonId::new, RespondentId::new);

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "home-door", "A.b_c-9", "해태-1", "x..", "0123456789"})
  void lettersDigitsDotsDashesAndUnderscoresAreSafe(String name) {
    assertTrue(SafeName.isSafe(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ".", "..", "-x", "_x", ".x", "a/b", "a\\b", "../a", "a b", "a\n", "\na", "a\r\nb",
        "a\0", "a\"b", "a{b}", "a<b", "a:b", "a%2e", "\u202Ea"
      })
  void whatClimbsOrBreaksIsNotSafe(String name) {
    assertFalse(SafeName.isSafe(name));
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    assertTrue(SafeName.isSafe("x".repeat(64)));
    assertFalse(SafeName.isSafe("x".repeat(65)));
  }

  @Test
  void everyKindOfIdRefusesAnUnsafeNameAndNamesIt() {
    for (Function<String, Object> kind : KINDS) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> kind.apply("../etc"));
      assertTrue(refusal.toString().contains("../etc"), refusal.toString());
    }
  }

  @Test
  void anIdsTextIsItsValue() {
    for (Function<String, Object> kind : KINDS) {
      assertEquals("home-1", kind.apply("home-1").toString());
    }
  }

  @Test
  void idsAreOrderedByTheirValue() {
    assertTrue(new CameraId("a").compareTo(new CameraId("b")) < 0);
    assertTrue(new OrderId("b").compareTo(new OrderId("a")) > 0);
    assertEquals(0, new PlaceId("a").compareTo(new PlaceId("a")));
    assertTrue(new RespondentId("a1").compareTo(new RespondentId("a")) > 0);
    assertTrue(new ProtectedPersonId("a").compareTo(new ProtectedPersonId("a1")) < 0);
  }

  @Test
  void aSafeNameNeverLeavesItsFolder() {
    Path folder = Path.of("/watchlist");
    Seeds.each(
        20_000,
        random -> {
          StringBuilder name = new StringBuilder();
          int length = 1 + random.nextInt(8);
          for (int i = 0; i < length; i++) {
            name.append(
                (char)
                    (random.nextBoolean()
                        ? 33 + random.nextInt(94)
                        : "./-_\\".charAt(random.nextInt(5))));
          }
          if (SafeName.isSafe(name.toString())) {
            Path inside = folder.resolve(name.toString()).normalize();
            assertEquals(folder, inside.getParent(), name.toString());
          }
        });
  }
}
