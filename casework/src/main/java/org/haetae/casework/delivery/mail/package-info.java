/** Notices as mail, by SMTP. Jakarta Mail enters here and nowhere else. */
@NullMarked
package org.haetae.casework.delivery.mail;

import org.jspecify.annotations.NullMarked;
