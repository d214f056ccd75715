package org.haetae.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file as YAML nodes. */
final class YamlFile {
  private YamlFile() {}

  /** The root, or nothing and a problem. */
  static Optional<Node> compose(Path file, List<ConfigProblem> problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setMaxAliasesForCollections(10).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(Files.readString(file));
      if (root.isEmpty()) {
        problems.add(new ConfigProblem(1, "the file is empty"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(new ConfigProblem(line, "this is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new ConfigProblem(1, "this is not YAML: " + e.getMessage()));
    } catch (IOException e) {
      problems.add(new ConfigProblem(1, "the file can't be read: it is missing or not text"));
    }
    return Optional.empty();
  }
}
