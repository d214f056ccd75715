package org.haetae.casework.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.office.NoticeDesk.Due;
import org.haetae.casework.release.NoticeSender;
import org.haetae.casework.release.NoticeSender.Sent;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseMessage;

/**
 * Tries everybody who must be tried now, and writes each attempt down. One that could not even
 * begin, since there is nobody to tell or no safe way, is written down too. For one thread.
 */
public final class NoticeRound {
  private final NoticeDesk desk;
  private final NoticeSender sender;
  private final Locale officers;
  private final InstantSource clock;

  /**
   * @param officers the language in which officers are told
   */
  public NoticeRound(NoticeDesk desk, NoticeSender sender, Locale officers, InstantSource clock) {
    this.desk = desk;
    this.sender = sender;
    this.officers = officers;
    this.clock = clock;
  }

  /**
   * Goes round once.
   *
   * @return how many attempts were made
   */
  public int run() throws InterruptedException {
    int made = 0;
    for (Due due : desk.due(clock.instant())) {
      Sent sent = attempt(due);
      desk.attempted(due, sent.outcome(), sent.detail(), clock.instant());
      made++;
    }
    return made;
  }

  private Sent attempt(Due due) throws InterruptedException {
    return switch (due.to()) {
      case PROTECTED_PERSON ->
          due.contact().isEmpty()
              ? new Sent(Outcome.FAILED, "there is no way that the respondent can't see")
              : sender.send(message(due, due.person().value(), due.contact().get().language()));
      case OFFICER_IN_CHARGE ->
          due.officer().isEmpty()
              ? new Sent(Outcome.FAILED, "nobody is in charge of the case")
              : sender.send(message(due, due.officer().get().value(), officers));
    };
  }

  private static ReleaseMessage message(Due due, String receiver, Locale language) {
    return new ReleaseMessage(
        key(due),
        due.to(),
        receiver,
        due.to() == Recipient.PROTECTED_PERSON ? due.contact() : Optional.<Contact>empty(),
        language,
        due.notice().kind(),
        due.notice().effective(),
        due.code());
  }

  /** An attempt is known by when it fell due, so that a crash before it was written repeats it. */
  private static UUID key(Due due) {
    Instant since = due.since();
    String name = "%s %d %s %s".formatted(due.file(), due.notice().number(), due.to(), since);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
