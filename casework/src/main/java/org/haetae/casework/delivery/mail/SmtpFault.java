package org.haetae.casework.delivery.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.haetae.casework.delivery.DeliveryException;

/** What went wrong with a mail, in words that repeat neither address nor password. */
final class SmtpFault {
  private SmtpFault() {}

  static DeliveryException explain(MessagingException failure) {
    return switch (failure) {
      case AuthenticationFailedException e ->
          DeliveryException.channel("the mail server refuses our user or password", e);
      case SMTPSendFailedException e when e.getReturnCode() == 552 || e.getReturnCode() == 554 ->
          DeliveryException.notice("the mail server answers " + e.getReturnCode());
      case SMTPSendFailedException e when e.getReturnCode() > 0 ->
          DeliveryException.channel("the mail server answers " + e.getReturnCode(), e);
      case SendFailedException e ->
          DeliveryException.channel("the mail server refuses the sender or an address", e);
      case MessagingException e when isTls(e) ->
          DeliveryException.channel(
              "the mail server's certificate is not trusted: give its authority's certificate, or"
                  + " mend its host's name",
              e);
      case MessagingException e -> DeliveryException.channel("the receiver can't be reached", e);
    };
  }

  private static boolean isTls(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SSLException) {
        return true;
      }
    }
    return false;
  }
}
