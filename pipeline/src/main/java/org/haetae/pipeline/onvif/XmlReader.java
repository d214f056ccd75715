package org.haetae.pipeline.onvif;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a small XML document of a stranger: no document type, so no entities and nothing fetched,
 * and limits on size, depth and number of elements. Any number of threads.
 */
final class XmlReader {
  static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 20_000;

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty("jdk.xml.dtd.support", "deny");
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /**
   * The document's root.
   *
   * @throws OnvifException in one sentence that repeats nothing of the document
   */
  XmlElement read(byte[] document) {
    if (document.length > MOST_BYTES) {
      throw OnvifException.because("the device's answer is longer than 1 MiB");
    }
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(document));
      try {
        return tree(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw OnvifException.because("the device's answer is no proper XML");
    }
  }

  private static XmlElement tree(XMLStreamReader reader) throws XMLStreamException {
    Deque<Open> open = new ArrayDeque<>();
    int elements = 0;
    while (reader.hasNext()) {
      switch (next(reader)) {
        case XMLStreamConstants.START_ELEMENT -> {
          elements++;
          if (elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
            throw OnvifException.because("the device's answer has too many elements");
          }
          open.push(new Open(reader));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.getFirst().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement done = open.pop().close();
          if (open.isEmpty()) {
            return done;
          }
          open.getFirst().children.add(done);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw OnvifException.because(
                "the device's answer holds a document type, which none may");
        default -> {
          // comments and processing instructions
        }
      }
    }
    throw OnvifException.because("the device's answer is no proper XML");
  }

  /** The JDK's parser meets some malformed documents with unchecked exceptions of its own. */
  private static int next(XMLStreamReader reader) throws XMLStreamException {
    try {
      return reader.next();
    } catch (RuntimeException e) {
      throw new XMLStreamException(e);
    }
  }

  /** An element whose end has not been read. */
  private static final class Open {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();

    Open(XMLStreamReader reader) {
      name = reader.getLocalName();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }

    XmlElement close() {
      return new XmlElement(name, attributes, text.toString().strip(), children);
    }
  }
}
