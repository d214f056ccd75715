package org.haetae.console;

import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.casework.account.Passwords;

/** Passwords as they are, and how often one was compared, which is what takes time. */
record CountedPasswords(Passwords passwords, AtomicInteger compared) implements Passwords {
  CountedPasswords(Passwords passwords) {
    this(passwords, new AtomicInteger());
  }

  @Override
  public String hash(CharSequence password) {
    return passwords.hash(password);
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    compared.incrementAndGet();
    return passwords.matches(password, hash);
  }
}
