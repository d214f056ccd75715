package org.haetae.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.risk.Checklist;
import org.haetae.casework.risk.ChecklistReader;
import org.haetae.casework.yaml.YamlException;

/**
 * Reads the plan and the checklist that a site has of its own; else those that are shipped.
 *
 * @param folder what relative paths are relative to
 */
record PlanFiles(Path folder) {
  Plan read(YamlMap root) {
    Checklist checklist = checklist(root);
    Plan shipped = PlanReader.korea();
    Plan standard =
        new Plan(
            checklist,
            shipped.cover(),
            shipped.watches(),
            shipped.notices(),
            shipped.inspections(),
            shipped.curriculum(),
            shipped.drill(),
            shipped.support());
    return file(root, "plan")
        .map(
            file -> {
              try {
                return PlanReader.read(file.toString(), text(file), checklist);
              } catch (YamlException e) {
                root.problem("plan", String.valueOf(e.getMessage()));
                return standard;
              }
            })
        .orElse(standard);
  }

  private Checklist checklist(YamlMap root) {
    return file(root, "checklist")
        .map(
            file -> {
              try {
                return ChecklistReader.read(file.toString(), text(file));
              } catch (YamlException e) {
                root.problem("checklist", String.valueOf(e.getMessage()));
                return ChecklistReader.shipped();
              }
            })
        .orElseGet(ChecklistReader::shipped);
  }

  private Optional<Path> file(YamlMap root, String key) {
    return root.optional(
        key, Optional.empty(), text -> Optional.of(YamlMap.pathFrom(folder).apply(text)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new YamlException("%s can't be read: is the path right?".formatted(file));
    }
  }
}
