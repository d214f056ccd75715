package org.haetae.app.supply;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haetae.app.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The lists in {@code config/supply}, and what they say of a part. */
final class Supply {
  static final Path FOLDER = Home.folder().resolve("config/supply");
  static final Path LOCK = FOLDER.resolve("dependencies.lock");

  private Supply() {}

  private static JsonNode yaml(String file) throws Exception {
    return YAMLMapper.builder().build().readTree(Files.readString(FOLDER.resolve(file)));
  }

  /** Why parts may not be shipped by their licences: each a sentence. */
  static List<String> licenceFaults(List<Part> parts) throws Exception {
    JsonNode rules = yaml("licences.yaml");
    Set<String> allowed = new HashSet<>();
    rules.path("allowed").forEach(each -> allowed.add(each.asString("")));
    List<String> faults = new ArrayList<>();
    for (Part part : parts) {
      Set<String> licences = licences(part, rules);
      if (licences.stream().noneMatch(allowed::contains)) {
        faults.add(
            "%s is under %s, which licences.yaml does not allow"
                .formatted(part.coordinates(), licences.isEmpty() ? "no known licence" : licences));
      }
    }
    return faults;
  }

  /** By the ids of SPDX, as far as the lists translate them. */
  static Set<String> licences(Part part) throws Exception {
    return licences(part, yaml("licences.yaml"));
  }

  private static Set<String> licences(Part part, JsonNode rules) {
    JsonNode own = rules.path("parts").path(part.name());
    if (own.isObject()) {
      return Set.of(own.path("licence").asString(""));
    }
    Set<String> licences = new HashSet<>();
    for (String licence : part.licences()) {
      licences.add(rules.path("names").path(licence).asString(licence));
    }
    return licences;
  }

  /** Parts of versions that nobody may ship, each with the advisory. */
  static List<String> knownBad(List<Part> parts) throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode bad : yaml("known-bad.yaml").path("bad")) {
      for (String key : List.of("part", "fixed", "advisory", "source")) {
        if (bad.path(key).asString("").isEmpty()) {
          found.add("known-bad.yaml has an entry without \"%s\": %s".formatted(key, bad));
        }
      }
      String from = bad.path("from").asString("0");
      String fixed = bad.path("fixed").asString("");
      for (Part part : parts) {
        if (part.name().equals(bad.path("part").asString(""))
            && Versions.ORDER.compare(part.version(), from) >= 0
            && Versions.ORDER.compare(part.version(), fixed) < 0) {
          found.add(
              "%s has %s, mended in %s: %s"
                  .formatted(
                      part.coordinates(),
                      bad.path("advisory").asString(""),
                      fixed,
                      bad.path("source").asString("")));
        }
      }
    }
    return found;
  }

  /** Where the parts differ from the lock, by lines with a plus or a minus. */
  static List<String> lockFaults(List<Part> parts, List<String> lock) {
    Set<String> locked = new HashSet<>(lock);
    Set<String> found = new HashSet<>();
    parts.forEach(part -> found.add(part.line()));
    List<String> faults = new ArrayList<>();
    found.stream()
        .filter(line -> !locked.contains(line))
        .map(line -> "+ " + line)
        .sorted()
        .forEach(faults::add);
    locked.stream()
        .filter(line -> !found.contains(line))
        .map(line -> "- " + line)
        .sorted()
        .forEach(faults::add);
    return faults;
  }

  static List<String> lock() throws Exception {
    return Files.readAllLines(LOCK).stream().filter(line -> !line.startsWith("#")).toList();
  }

  /** For people: what is in the product, by licence. */
  static String report(List<Part> parts) throws Exception {
    StringBuilder table = new StringBuilder();
    for (Part part : parts) {
      table.append(
          "| %s | %s | %s |\n"
              .formatted(
                  part.classifier().isEmpty()
                      ? part.name()
                      : part.name() + " (" + part.classifier() + ")",
                  part.version(),
                  String.join(" or ", licences(part).stream().sorted().toList())));
    }
    return table.toString();
  }
}
