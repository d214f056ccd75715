package org.haetae.app.supply;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.app.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that the build has just made (CycloneDX 1.6). */
final class Bom {
  static final Path FILE = Home.folder().resolve("app/target/bom.json");
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]*)");

  private Bom() {}

  static JsonNode json() throws Exception {
    return JsonMapper.builder().build().readTree(Files.readString(FILE));
  }

  /** All libraries but our own, by name. */
  static List<Part> parts() throws Exception {
    List<Part> parts = new ArrayList<>();
    for (JsonNode each : json().path("components")) {
      String group = each.path("group").asString("");
      if (!group.equals("org.haetae")) {
        Matcher classifier = CLASSIFIER.matcher(each.path("purl").asString(""));
        parts.add(
            new Part(
                group + ":" + each.path("name").asString(""),
                classifier.find() ? classifier.group(1) : "",
                each.path("version").asString(""),
                sha256(each),
                licences(each)));
      }
    }
    parts.sort(Comparator.comparing(Part::coordinates));
    return parts;
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asString("").equals("SHA-256")) {
        return hash.path("content").asString("");
      }
    }
    return "";
  }

  private static Set<String> licences(JsonNode component) {
    Set<String> licences = new HashSet<>();
    for (JsonNode each : component.path("licenses")) {
      JsonNode licence = each.path("license");
      String id = licence.path("id").asString("");
      String named = id.isEmpty() ? licence.path("name").asString("") : id;
      licences.add(named.isEmpty() ? each.path("expression").asString("") : named);
    }
    licences.remove("");
    return licences;
  }
}
