package org.haetae.casework.account;

/** Hashes passwords so that a stolen database is no list of them. Safe for many threads. */
public interface Passwords {

  /** A hash with its own salt and parameters in it; each call answers another. */
  String hash(CharSequence password);

  /** Whether it is the password; takes as long whether it is or not. */
  boolean matches(CharSequence password, String hash);
}
