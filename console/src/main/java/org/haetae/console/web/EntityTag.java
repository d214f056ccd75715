package org.haetae.console.web;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A name for what an answer says (RFC 9110, 8.8.3): equal for equal answers. It is made of the
 * whole answer, so it saves the way and not the work.
 */
record EntityTag(String quoted) {
  private static final int BYTES = 18;

  static EntityTag of(byte[] body) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
      byte[] some = Arrays.copyOf(whole, BYTES);
      return new EntityTag('"' + Base64.getUrlEncoder().encodeToString(some) + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Says the tag, and whether whoever asks has that answer already (RFC 9110, 13.1.2). */
  boolean answers(Context ctx) {
    ctx.header("ETag", quoted);
    String known = ctx.header("If-None-Match");
    return known != null
        && Arrays.stream(known.split(",", -1))
            .map(one -> one.strip().replaceFirst("^W/", ""))
            .anyMatch(one -> one.equals(quoted) || one.equals("*"));
  }
}
