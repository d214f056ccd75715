package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.casework.account.Scope;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;

/** Accounts, links that are good once, and sessions. */
public final class AccountTable {
  private final Handle handle;

  AccountTable(Handle handle) {
    this.handle = handle;
  }

  public Optional<AccountRow> find(UserId user) {
    return handle
        .createQuery("SELECT * FROM account WHERE user_id = ?")
        .bind(0, user.value())
        .map((row, _) -> account(row))
        .findOne();
  }

  public List<UserId> users() {
    return handle
        .createQuery("SELECT user_id FROM account ORDER BY user_id")
        .map((row, _) -> new UserId(row.getString("user_id")))
        .list();
  }

  /** Sets an account up, or anew. */
  public void put(AccountRow account) {
    handle.execute(
        """
        INSERT INTO account (user_id, password_hash, totp_key, totp_sealed, totp_step, failures,
          failed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash,
          totp_key = excluded.totp_key, totp_sealed = excluded.totp_sealed,
          totp_step = excluded.totp_step, failures = excluded.failures,
          failed_at = excluded.failed_at\
        """,
        account.user().value(),
        account.passwordHash(),
        account.totp().key(),
        account.totp().sealed(),
        account.step(),
        account.failures(),
        Columns.micros(account.failedAt()));
  }

  /** Adds a link, or the phone's secret to one that is there. */
  public void invite(InvitationRow invitation) {
    handle.execute(
        """
        INSERT INTO invitation (hash, user_id, kind, until_at, totp_key, totp_sealed)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (hash) DO UPDATE SET totp_key = excluded.totp_key,
          totp_sealed = excluded.totp_sealed\
        """,
        invitation.hash(),
        invitation.user().value(),
        invitation.kind().name(),
        Columns.micros(invitation.until()),
        invitation.totp().map(SealedSecret::key).orElse(null),
        invitation.totp().map(SealedSecret::sealed).orElse(null));
  }

  public Optional<InvitationRow> invitation(String hash) {
    return handle
        .createQuery("SELECT * FROM invitation WHERE hash = ?")
        .bind(0, hash)
        .map((row, _) -> invitation(row))
        .findOne();
  }

  /** Uses a link up; answers whether it was still there. */
  public boolean use(String hash) {
    return handle.execute("DELETE FROM invitation WHERE hash = ?", hash) > 0;
  }

  public void begin(SessionRow session) {
    handle.execute(
        """
        INSERT INTO user_session (hash, user_id, kind, role, seen_at, until_at, scopes, label)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        session.hash(),
        session.user().value(),
        session.kind().name(),
        session.role().name(),
        Columns.micros(session.seen()),
        Columns.micros(session.until()),
        session.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" ")),
        session.label());
  }

  public Optional<SessionRow> session(String hash) {
    return handle
        .createQuery("SELECT * FROM user_session WHERE hash = ?")
        .bind(0, hash)
        .map((row, _) -> session(row))
        .findOne();
  }

  /** All sessions that last, by user and then by end. */
  public List<SessionRow> sessions(Instant now) {
    return handle
        .createQuery("SELECT * FROM user_session WHERE until_at > ? ORDER BY user_id, until_at")
        .bind(0, Columns.micros(now))
        .map((row, _) -> session(row))
        .list();
  }

  public void seen(String hash, Instant at) {
    handle.execute("UPDATE user_session SET seen_at = ? WHERE hash = ?", Columns.micros(at), hash);
  }

  public void end(String hash) {
    handle.execute("DELETE FROM user_session WHERE hash = ?", hash);
  }

  public void endAll(UserId user) {
    handle.execute("DELETE FROM user_session WHERE user_id = ?", user.value());
  }

  /** Ends all sessions and all links; answers how many there were. */
  public int endEverything() {
    return handle.execute("DELETE FROM invitation") + handle.execute("DELETE FROM user_session");
  }

  /** Forgets links and sessions whose time is over. */
  public void sweep(Instant now) {
    handle.execute("DELETE FROM invitation WHERE until_at <= ?", Columns.micros(now));
    handle.execute("DELETE FROM user_session WHERE until_at <= ?", Columns.micros(now));
  }

  private static AccountRow account(ResultSet row) throws SQLException {
    return new AccountRow(
        new UserId(row.getString("user_id")),
        row.getString("password_hash"),
        new SealedSecret(row.getString("totp_key"), row.getBytes("totp_sealed")),
        row.getLong("totp_step"),
        row.getInt("failures"),
        Columns.instant(row, "failed_at"));
  }

  private static InvitationRow invitation(ResultSet row) throws SQLException {
    String key = row.getString("totp_key");
    return new InvitationRow(
        row.getString("hash"),
        new UserId(row.getString("user_id")),
        InvitationRow.Kind.valueOf(row.getString("kind")),
        Columns.instant(row, "until_at"),
        key == null
            ? Optional.empty()
            : Optional.of(new SealedSecret(key, row.getBytes("totp_sealed"))));
  }

  private static SessionRow session(ResultSet row) throws SQLException {
    return new SessionRow(
        row.getString("hash"),
        new UserId(row.getString("user_id")),
        SessionRow.Kind.valueOf(row.getString("kind")),
        Role.valueOf(row.getString("role")),
        Columns.instant(row, "seen_at"),
        Columns.instant(row, "until_at"),
        Stream.of(row.getString("scopes").split(" ", -1))
            .filter(name -> !name.isEmpty())
            .map(Scope::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        row.getString("label"));
  }
}
