package org.haetae.console.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.haetae.casework.account.Token;
import org.haetae.console.turnstile.RateLimit;
import org.haetae.console.turnstile.Rates;
import org.haetae.console.words.Words;

/**
 * Holds back who asks too often: strangers by their address, others by their session or token,
 * since a whole office may come from one address. Safe for many threads.
 */
public final class Turnstile {
  private static final int ASKERS = 10_000;

  /** Bytes of an IPv6 address that one subscriber has to give away (RFC 6177). */
  private static final int SUBSCRIBER = 8;

  private final InstantSource clock;
  private final RateLimit entry;
  private final RateLimit stranger;
  private final RateLimit person;
  private final RateLimit machine;

  public Turnstile(Rates rates, InstantSource clock) {
    this.clock = clock;
    this.entry = new RateLimit(rates.entry(), ASKERS);
    this.stranger = new RateLimit(rates.stranger(), ASKERS);
    this.person = new RateLimit(rates.person(), ASKERS);
    this.machine = new RateLimit(rates.machine(), ASKERS);
  }

  void entry(Context ctx, Words words) {
    pass(entry, address(ctx.req().getRemoteAddr()), ctx, words);
  }

  void stranger(Context ctx, Words words) {
    pass(stranger, address(ctx.req().getRemoteAddr()), ctx, words);
  }

  void person(Token session, Context ctx, Words words) {
    pass(person, session, ctx, words);
  }

  void machine(Token token, Context ctx, Words words) {
    pass(machine, token, ctx, words);
  }

  private void pass(RateLimit limit, Object asker, Context ctx, Words words) {
    Optional<Duration> pause = limit.pass(asker, clock.instant());
    if (pause.isPresent()) {
      long seconds = pause.get().toSeconds() + 1;
      ctx.header("Retry-After", Long.toString(seconds)); // RFC 9110, 10.2.3; RFC 6585, 4
      throw new HttpResponseException(429, words.text("problem.often", seconds));
    }
  }

  /** What nobody can change at will: an IPv4 address, or the network of an IPv6 address. */
  static String address(String remote) {
    try {
      byte[] bytes = InetAddress.ofLiteral(remote).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SUBSCRIBER)));
    } catch (IllegalArgumentException e) {
      return remote;
    }
  }
}
