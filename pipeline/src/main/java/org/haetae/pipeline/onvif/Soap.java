package org.haetae.pipeline.onvif;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Envelopes of SOAP 1.2: closing ours and opening theirs. */
final class Soap {
  private static final String NAMESPACE = "http://www.w3.org/2003/05/soap-envelope";

  private Soap() {}

  /** An envelope around XML that is already escaped. */
  static byte[] envelope(String header, String body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:Envelope xmlns:s="%s"><s:Header>%s</s:Header><s:Body>%s</s:Body></s:Envelope>
    """
        .formatted(NAMESPACE, header, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What lies in the envelope's body.
   *
   * @throws OnvifException when it is a fault or nothing
   */
  static XmlElement body(XmlElement envelope) {
    XmlElement content =
        envelope
            .at("Body")
            .flatMap(body -> body.children().stream().findFirst())
            .orElseThrow(() -> OnvifException.because("the device's answer is no SOAP envelope"));
    if (content.name().equals("Fault")) {
      throw fault(content);
    }
    return content;
  }

  /** ONVIF Core, section 5.11.2: a refused password is the subcode ter:NotAuthorized. */
  private static OnvifException fault(XmlElement fault) {
    String codes =
        fault.textAt("Code", "Value")
            + " "
            + fault.textAt("Code", "Subcode", "Value")
            + " "
            + fault.textAt("Code", "Subcode", "Subcode", "Value");
    if (codes.contains("NotAuthorized") || codes.contains("FailedAuthentication")) {
      return OnvifException.passwordRefused("the device refuses the user or the password");
    }
    String reason =
        Optional.of(fault.textAt("Reason", "Text"))
            .filter(text -> !text.isEmpty())
            .orElse(fault.textAt("faultstring"));
    return OnvifException.because(
        "the device answers with an error: "
            + (reason.isEmpty() ? "it gives no reason" : PlainText.of(reason)));
  }

  /** Text as XML content or attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
