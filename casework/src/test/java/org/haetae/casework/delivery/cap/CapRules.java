package org.haetae.casework.delivery.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The rules of CAP 1.2 (OASIS Standard, 1 July 2010, sections 3.2 and 3.4) that concern the
 * elements which we write, stated in our own words: order, what must be there, values, times,
 * identifiers.
 */
final class CapRules {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** Children in the standard's order: name, whether it must be there, whether it may repeat. */
  private record Child(String name, boolean demanded, boolean repeats) {}

  private static final Map<String, List<Child>> CHILDREN =
      Map.of(
          "alert",
          children(
              "identifier! sender! sent! status! msgType! source scope! restriction addresses code*"
                  + " note references incidents info*"),
          "info",
          children(
              "language category!* event! responseType* urgency! severity! certainty! audience"
                  + " eventCode* effective onset expires senderName headline description"
                  + " instruction web contact parameter* resource* area*"),
          "parameter",
          children("valueName! value!"),
          "area",
          children("areaDesc! polygon* circle* geocode* altitude ceiling"));

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "status", words("Actual Exercise System Test Draft"),
          "msgType", words("Alert Update Cancel Ack Error"),
          "scope", words("Public Restricted Private"),
          "category",
              words("Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other"),
          "responseType",
              words("Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None"),
          "urgency", words("Immediate Expected Future Past Unknown"),
          "severity", words("Extreme Severe Moderate Minor Unknown"),
          "certainty", words("Observed Likely Possible Unlikely Unknown"));

  private static final Set<String> TIMES = Set.of("sent", "effective", "onset", "expires");
  private static final Set<String> NAMES = Set.of("identifier", "sender");

  private CapRules() {}

  /** Fails where the document breaks a rule; answers its root. */
  static Element check(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    Element alert = document.getDocumentElement();
    assertEquals("alert", alert.getLocalName());
    check(alert);
    if (text(alert, "scope").equals("Restricted")) {
      assertTrue(!text(alert, "restriction").isBlank(), "Restricted says to whom");
    }
    return alert;
  }

  /** The text of the first element of that name; empty where there is none. */
  static String text(Element within, String name) {
    Node found = within.getElementsByTagNameNS(NAMESPACE, name).item(0);
    return found == null ? "" : found.getTextContent();
  }

  private static void check(Element element) {
    assertEquals(NAMESPACE, element.getNamespaceURI());
    List<Child> rules = CHILDREN.get(element.getLocalName());
    if (rules == null) {
      checkText(element.getLocalName(), element.getTextContent());
      return;
    }
    List<Element> children = elements(element);
    int next = 0;
    for (Child rule : rules) {
      int count = 0;
      while (next < children.size() && children.get(next).getLocalName().equals(rule.name())) {
        check(children.get(next));
        next++;
        count++;
      }
      assertTrue(count > 0 || !rule.demanded(), rule.name() + " is missing");
      assertTrue(count < 2 || rule.repeats(), rule.name() + " stands twice");
    }
    assertEquals(children.size(), next, "unknown or out of order in " + element.getLocalName());
  }

  private static void checkText(String name, String text) {
    Set<String> allowed = VALUES.get(name);
    assertTrue(allowed == null || allowed.contains(text), name + " " + text);
    if (TIMES.contains(name)) {
      assertTrue(
          text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d"),
          name + " " + text);
      assertTrue(!text.endsWith("+00:00"), "UTC is -00:00");
    }
    if (NAMES.contains(name)) {
      assertTrue(text.matches("[^\\s,<&]+"), name + " " + text);
    }
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** A mark {@code !} means demanded, {@code *} may repeat. */
  private static List<Child> children(String names) {
    return words(names).stream()
        .map(n -> new Child(n.replaceAll("[!*]", ""), n.contains("!"), n.contains("*")))
        .toList();
  }

  private static Set<String> words(String words) {
    return new LinkedHashSet<>(List.of(words.split(" ")));
  }
}
