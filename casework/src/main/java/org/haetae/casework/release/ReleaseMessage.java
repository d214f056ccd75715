package org.haetae.casework.release;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.contact.Contact;

/**
 * What is told to one who must know of a release.
 *
 * @param key the same for one attempt, whatever goes wrong on its way
 * @param receiver the id of the protected person or of the officer
 * @param contact by which the protected person is reached; empty for the officer
 * @param language to speak or write in
 * @param effective when it happens or happened
 * @param code that proves, given back, that it was heard
 */
public record ReleaseMessage(
    UUID key,
    Recipient to,
    String receiver,
    Optional<Contact> contact,
    Locale language,
    CustodyKind kind,
    Instant effective,
    String code) {}
