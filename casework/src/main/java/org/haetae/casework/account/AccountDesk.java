package org.haetae.casework.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.AccountRow;
import org.haetae.casework.store.InvitationRow;
import org.haetae.casework.store.InvitationRow.Kind;
import org.haetae.casework.store.SealedSecret;
import org.haetae.casework.store.SessionRow;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.vault.SecretVault;
import org.haetae.domain.id.UserId;

/**
 * Lets people in. Safe for many threads; every method may throw {@link
 * org.haetae.casework.store.StoreException}, and then has changed nothing.
 */
public final class AccountDesk {
  /** NIST SP 800-63B-4, section 3.1.1.2, asks for 8 with a second factor. */
  public static final int SHORTEST = 12;

  public static final int LONGEST = 128;

  /** A session's last use is written down this often, not with each request. */
  private static final Duration SEEN = Duration.ofMinutes(1);

  private static final String WRONG = "name, password or code is wrong";

  private final Store store;
  private final Passwords passwords;
  private final SecretVault vault;
  private final LockOut lockOut;
  private final UnknownNames unknownNames;
  private final SessionRule rule;
  private final Function<UserId, Optional<Role>> roles;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final OneTimeCode codes = new OneTimeCode();

  /** Of nobody, so that a name that isn't known takes as long as one that is. */
  private final String nobodys;

  /**
   * @param roles of who works here; empty for others
   * @param clock one that never goes back
   */
  public AccountDesk(
      Store store,
      Passwords passwords,
      SecretVault vault,
      LockOut lockOut,
      SessionRule rule,
      Function<UserId, Optional<Role>> roles,
      InstantSource clock) {
    this.store = store;
    this.passwords = passwords;
    this.vault = vault;
    this.lockOut = lockOut;
    this.unknownNames = new UnknownNames(lockOut);
    this.rule = rule;
    this.roles = roles;
    this.clock = clock;
    this.nobodys = passwords.hash(Token.random(random).secret());
  }

  /**
   * Who is signed in.
   *
   * @param scopes of a machine; empty for people
   */
  public record Known(UserId user, Role role, SessionRow.Kind kind, Set<Scope> scopes) {
    public Known {
      scopes = Set.copyOf(scopes);
    }

    /** Whether this may be done: people may do whatever their role may. */
    public boolean may(Scope scope) {
      return kind == SessionRow.Kind.BROWSER || scopes.contains(scope);
    }
  }

  /**
   * An open invitation.
   *
   * @param secret of the phone that is being set up, as it is typed
   */
  public record Welcome(UserId user, String secret) {
    @Override
    public String toString() {
      return "Welcome";
    }
  }

  /** Whether anybody has set an account up. */
  public boolean anybody() {
    return !store.read(in -> in.accounts().users()).isEmpty();
  }

  /** A link's secret with which somebody sets a password; good once, for two days. */
  public static Token invite(Store store, UserId user, SessionRule rule, Instant now) {
    return link(store, user, Kind.JOIN, now.plus(rule.link()));
  }

  /** A link's secret with which somebody comes in without a password, as in a demo; good once. */
  public Token pass(UserId user) {
    return link(store, user, Kind.PASS, clock.instant().plus(rule.pass()));
  }

  private static Token link(Store store, UserId user, Kind kind, Instant until) {
    Token token = Token.random(new SecureRandom());
    store.run(
        in -> {
          in.accounts()
              .invite(new InvitationRow(token.hash(), user, kind, until, Optional.empty()));
          in.audit().note(AccountNotes.invited(user, kind));
        });
    return token;
  }

  /**
   * What is set up with a link that is good. The phone's secret is the same however often it is
   * looked at.
   */
  public Optional<Welcome> welcome(Token link) {
    Instant now = clock.instant();
    return store.write(
        in ->
            good(in, link, Kind.JOIN, now)
                .map(
                    row -> {
                      in.audit().note(AccountNotes.welcomed(row.user()));
                      SealedSecret sealed = row.totp().orElseGet(() -> phone(in, row));
                      return new Welcome(
                          row.user(), OneTimeCode.typed(vault.open(row.user(), sealed)));
                    }));
  }

  private SealedSecret phone(Transaction in, InvitationRow row) {
    SealedSecret sealed = vault.seal(row.user(), OneTimeCode.secret(random));
    in.accounts()
        .invite(
            new InvitationRow(
                row.hash(), row.user(), row.kind(), row.until(), Optional.of(sealed)));
    return sealed;
  }

  /**
   * Sets password and phone, ends all that was open before, and lets in.
   *
   * @param code of the phone, which proves that it has the secret
   * @throws AccountRefusal where the link is used up, the password too short or the code wrong
   */
  public Token join(Token link, CharSequence password, String code) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new AccountRefusal("a password has %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    // Both before the one writer is taken: the first takes its time, the second a lock.
    String hash = passwords.hash(password);
    Role role = invitedRole(link, Kind.JOIN);
    Instant now = clock.instant();
    return store.write(
        in -> {
          InvitationRow row = good(in, link, Kind.JOIN, now).orElseThrow(AccountDesk::usedUp);
          SealedSecret totp = row.totp().orElseThrow(AccountDesk::usedUp);
          OptionalLong step = codes.step(vault.open(row.user(), totp), code, now, -1);
          if (step.isEmpty()) {
            throw new AccountRefusal("the code of the phone is wrong: look at it once more");
          }
          in.accounts().use(row.hash());
          in.accounts().endAll(row.user());
          in.accounts()
              .put(new AccountRow(row.user(), hash, totp, step.getAsLong(), 0, Instant.EPOCH));
          in.audit().note(AccountNotes.joined(row.user(), role));
          return begun(in, row.user(), role, now);
        });
  }

  /**
   * Lets in who has a link that needs no password.
   *
   * @throws AccountRefusal where it is used up
   */
  public Token enter(Token link) {
    Role role = invitedRole(link, Kind.PASS);
    Instant now = clock.instant();
    return store.write(
        in -> {
          InvitationRow row = good(in, link, Kind.PASS, now).orElseThrow(AccountDesk::usedUp);
          in.accounts().use(row.hash());
          return begun(in, row.user(), role, now);
        });
  }

  /** Never asked for within a transaction: who changes the staff holds its lock and then writes. */
  private Role invitedRole(Token link, Kind kind) {
    Instant now = clock.instant();
    return store
        .<Optional<InvitationRow>>read(in -> good(in, link, kind, now))
        .flatMap(row -> roles.apply(row.user()))
        .orElseThrow(AccountDesk::usedUp);
  }

  /**
   * Lets in who knows the password and has the phone.
   *
   * @throws AccountRefusal where one of them is wrong, or too many were
   */
  public Token signIn(UserId user, CharSequence password, String code) {
    Optional<AccountRow> known = store.read(in -> in.accounts().find(user));
    boolean right =
        passwords.matches(password, known.map(AccountRow::passwordHash).orElse(nobodys));
    Optional<Role> role = roles.apply(user).filter(_ -> right);
    Instant now = clock.instant();
    Tried tried =
        store.write(
            in ->
                in.accounts()
                    .find(user)
                    .map(row -> tried(in, row, role, code, now))
                    .orElseGet(() -> unknown(in, user, now)));
    return tried.token().orElseThrow(() -> new AccountRefusal(tried.refusal()));
  }

  /** What came of a try; it is written down either way. */
  private record Tried(Optional<Token> token, String refusal) {}

  private static Tried failed(Transaction in, Optional<UserId> user) {
    in.audit().note(AccountNotes.failed(user));
    return new Tried(Optional.empty(), WRONG);
  }

  private Tried unknown(Transaction in, UserId user, Instant now) {
    Instant until = unknownNames.tried(user, now);
    Tried failed = failed(in, Optional.empty());
    return now.isBefore(until) ? mustWait(now, until) : failed;
  }

  private static Tried mustWait(Instant now, Instant until) {
    long seconds = Duration.between(now, until).toSeconds() + 1;
    return new Tried(Optional.empty(), "too many wrong tries: wait %d s".formatted(seconds));
  }

  /**
   * Lets in whom somebody else vouches for, second factor and all: a provider that the site trusts.
   *
   * @throws AccountRefusal where nobody of that name works here
   */
  public Token vouchedFor(UserId user) {
    Role role =
        roles
            .apply(user)
            .orElseThrow(() -> new AccountRefusal("nobody works here under that name"));
    Instant now = clock.instant();
    return store.write(in -> begun(in, user, role, now));
  }

  /**
   * What is tried while somebody must wait counts for nothing, be it right or wrong.
   *
   * @param role of whoever gave the right password; empty for others
   */
  private Tried tried(
      Transaction in, AccountRow row, Optional<Role> role, String code, Instant now) {
    Instant until = lockOut.until(row.failures(), row.failedAt());
    if (now.isBefore(until)) {
      in.audit().note(AccountNotes.lockedOut(row.user()));
      return mustWait(now, until);
    }
    OptionalLong step = codes.step(vault.open(row.user(), row.totp()), code, now, row.step());
    if (role.isEmpty() || step.isEmpty()) {
      in.accounts().put(row.failed(now));
      return failed(in, Optional.of(row.user()));
    }
    in.accounts().put(row.came(step.getAsLong()));
    in.accounts().sweep(now);
    return new Tried(Optional.of(begun(in, row.user(), role.get(), now)), "");
  }

  /**
   * A machine's secret, such as the custody system's, in the role of a user.
   *
   * @param label what somebody calls the machine
   * @throws AccountRefusal where the user doesn't work here
   */
  public static Token machine(
      Store store,
      UserId user,
      Optional<Role> role,
      Set<Scope> scopes,
      String label,
      Duration valid,
      Instant now) {
    Token token = Token.random(new SecureRandom());
    Role its = role.orElseThrow(() -> new AccountRefusal("%s doesn't work here".formatted(user)));
    store.run(
        in -> {
          in.accounts()
              .begin(
                  new SessionRow(
                      token.hash(),
                      user,
                      SessionRow.Kind.MACHINE,
                      its,
                      now,
                      now.plus(valid),
                      scopes,
                      label));
          in.audit().note(AccountNotes.token(user, its));
        });
    return token;
  }

  private Token begun(Transaction in, UserId user, Role role, Instant now) {
    Token token = Token.random(random);
    in.accounts()
        .begin(
            new SessionRow(
                token.hash(),
                user,
                SessionRow.Kind.BROWSER,
                role,
                now,
                now.plus(rule.longest()),
                Set.of(),
                ""));
    in.audit().note(AccountNotes.cameIn(user, role));
    return token;
  }

  /** Whose session it is, if it lasts and its user still has the role in which it began. */
  public Optional<Known> known(Token token, SessionRow.Kind kind) {
    Instant now = clock.instant();
    Optional<SessionRow> found =
        store
            .<Optional<SessionRow>>read(in -> in.accounts().session(token.hash()))
            .filter(row -> row.kind() == kind);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    SessionRow row = found.get();
    if (!lasts(row, now)) {
      boolean sameRole = hasRole(row);
      store.run(in -> end(in, row, AccountNotes.ended(row, sameRole)));
      return Optional.empty();
    }
    if (!now.isBefore(row.seen().plus(SEEN))) {
      store.run(in -> in.accounts().seen(row.hash(), now));
    }
    return Optional.of(new Known(row.user(), row.role(), row.kind(), row.scopes()));
  }

  private boolean lasts(SessionRow row, Instant now) {
    boolean idle =
        row.kind() == SessionRow.Kind.BROWSER && !now.isBefore(row.seen().plus(rule.idle()));
    return now.isBefore(row.until()) && !idle && hasRole(row);
  }

  private boolean hasRole(SessionRow row) {
    return roles.apply(row.user()).equals(Optional.of(row.role()));
  }

  private static void end(Transaction in, SessionRow row, AuditNote why) {
    in.accounts().end(row.hash());
    in.audit().note(why);
  }

  /** All sessions that last, machines' too. */
  public List<SessionRow> sessions() {
    Instant now = clock.instant();
    return store.read(in -> in.accounts().sessions(now));
  }

  /** Everybody who has set an account up. */
  public List<UserId> users() {
    return store.read(in -> in.accounts().users());
  }

  /** A link's secret with which somebody sets a password, also anew; see {@link #invite}. */
  public Token invite(UserId user) {
    return invite(store, user, rule, clock.instant());
  }

  /**
   * A machine's secret; see {@link #machine(Store, UserId, Optional, Set, String, Duration,
   * Instant)}.
   */
  public Token machine(UserId user, Set<Scope> scopes, String label, Duration valid) {
    return machine(store, user, roles.apply(user), scopes, label, valid, clock.instant());
  }

  /** Ends a session by the hash of its secret; one that has ended is no error. */
  public void end(String hash) {
    store.run(
        in -> {
          if (in.accounts().session(hash).isPresent()) {
            in.accounts().end(hash);
            in.audit().note(AccountNotes.ended(hash));
          }
        });
  }

  public void signOut(Token token) {
    store.run(
        in ->
            in.accounts()
                .session(token.hash())
                .ifPresent(row -> end(in, row, AccountNotes.left(row))));
  }

  private static Optional<InvitationRow> good(Transaction in, Token link, Kind kind, Instant now) {
    return in.accounts()
        .invitation(link.hash())
        .filter(row -> row.kind() == kind && now.isBefore(row.until()));
  }

  private static AccountRefusal usedUp() {
    return new AccountRefusal("this link is used up or too old: ask for another");
  }
}
