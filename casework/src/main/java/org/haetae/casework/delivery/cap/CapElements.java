package org.haetae.casework.delivery.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of CAP's namespace, and only characters that XML 1.0 has. For one thread. */
final class CapElements {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
  private final XMLStreamWriter writer;

  /** What stands within an element. */
  @FunctionalInterface
  interface Content {
    void write() throws XMLStreamException;
  }

  CapElements() throws XMLStreamException {
    writer =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
  }

  void root(String name, Content content) throws XMLStreamException {
    writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    writer.writeStartElement(name);
    writer.writeDefaultNamespace(NAMESPACE);
    content.write();
    writer.writeEndDocument();
    writer.close();
  }

  void within(String name, Content content) throws XMLStreamException {
    writer.writeStartElement(name);
    content.write();
    writer.writeEndElement();
  }

  void text(String name, String text) throws XMLStreamException {
    within(name, () -> writer.writeCharacters(allowed(text)));
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private static String allowed(String text) {
    return text.codePoints()
        .map(c -> isAllowed(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** XML 1.0, section 2.2, without the carriage return, which a reader would change. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
