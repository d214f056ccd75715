package org.haetae.app.evaluation.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.haetae.app.evaluation.clip.LabelledClip.Somebody;
import org.haetae.app.evaluation.video.TruthBox;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.domain.face.FaceBox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code NAME.truth.json} beside its recording; docs/truth.md describes it. Fields that it
 * doesn't know are no mistake.
 */
public final class TruthReader {
  private static final String SUFFIX = ".truth.json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TruthReader() {}

  /**
   * Every recording of a folder that has a truth, by name.
   *
   * @throws Problem that names file and field of the first mistake, or when there is none
   */
  public static List<LabelledClip> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Problem(ExitCode.USAGE, "there is no folder %s: check the path".formatted(folder));
    }
    List<LabelledClip> clips = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        clips.add(read(file));
      }
    } catch (IOException e) {
      throw new Problem(ExitCode.USAGE, "the folder %s can't be read".formatted(folder), e);
    }
    if (clips.isEmpty()) {
      throw new Problem(
          ExitCode.USAGE,
          "%s holds no truth: each recording NAME.mp4 needs a NAME%s beside it (docs/truth.md)"
              .formatted(folder, SUFFIX));
    }
    return List.copyOf(clips);
  }

  /** One of them. */
  static LabelledClip read(Path file) {
    TruthField whole = new TruthField(file, "", parsed(file));
    String name = file.getFileName().toString();
    Path video =
        file.resolveSibling(
            whole
                .optional("clip")
                .map(TruthField::text)
                .orElse(name.substring(0, name.length() - SUFFIX.length()) + ".mp4"));
    if (!Files.isRegularFile(video)) {
      throw new Problem(
          ExitCode.USAGE,
          "%s: there is no recording %s beside it".formatted(file, video.getFileName()));
    }
    List<Somebody> people = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (TruthField person : whole.required("people").list()) {
      Somebody somebody = somebody(person);
      if (!names.add(somebody.name())) {
        throw person.required("person").wrong("another name than that of an earlier person");
      }
      people.add(somebody);
    }
    return new LabelledClip(
        file,
        video,
        whole.required("fps").positive(),
        whole.optional("width").map(w -> OptionalInt.of(w.count())).orElse(OptionalInt.empty()),
        people);
  }

  private static JsonNode parsed(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new Problem(
          ExitCode.USAGE,
          "%s is no JSON: see line %d".formatted(file, e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw new Problem(ExitCode.USAGE, "%s can't be read".formatted(file), e);
    }
  }

  private static Somebody somebody(TruthField person) {
    List<TruthBox> boxes = new ArrayList<>();
    int last = -1;
    for (TruthField field : person.required("boxes").list()) {
      TruthBox box = box(field);
      if (box.frame() <= last) {
        throw field.required("frame").wrong("larger than the one before");
      }
      last = box.frame();
      boxes.add(box);
    }
    return new Somebody(person.required("person").text(), boxes);
  }

  private static TruthBox box(TruthField box) {
    return new TruthBox(
        box.required("frame").count(),
        new FaceBox(
            (float) box.required("x").number(),
            (float) box.required("y").number(),
            (float) box.required("w").positive(),
            (float) box.required("h").positive()),
        box.required("facing").flag(),
        box.optional("yaw")
            .map(yaw -> OptionalDouble.of(yaw.number()))
            .orElse(OptionalDouble.empty()),
        OptionalDouble.empty());
  }
}
