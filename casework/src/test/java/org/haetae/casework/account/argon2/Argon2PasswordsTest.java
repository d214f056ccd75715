package org.haetae.casework.account.argon2;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {
  private final Argon2Passwords passwords = new Argon2Passwords();

  @Test
  void onlyThePasswordMatchesItsHash() {
    String hash = passwords.hash("correct horse battery");
    assertTrue(passwords.matches("correct horse battery", hash));
    assertFalse(passwords.matches("correct horse batterz", hash));
    assertFalse(passwords.matches("", hash));
    assertTrue(passwords.matches("비밀번호는 길게", passwords.hash("비밀번호는 길게")));
  }

  @Test
  void aHashSaysHowItWasMadeAndHasItsOwnSalt() {
    String hash = passwords.hash("correct horse battery");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, passwords.hash("correct horse battery"));
  }

  @Test
  void anOldHashKeepsItsParameters() {
    // Made by the reference implementation (argon2 -id -t 2 -m 8 -p 1, "password", "somesalt").
    String old =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertTrue(passwords.matches("password", old));
    assertFalse(passwords.matches("passwore", old));
  }
}
