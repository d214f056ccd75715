package org.haetae.sim.footage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Who is to be seen in a clip, written by the renderer.
 *
 * @param clip the video's file name
 * @param camera the camera that it stands for
 * @param fps frames a second, constant
 * @param approaches respondents who come near and must be alerted
 * @param passes respondents who pass too far away to be known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClipTruth(
    String clip,
    String camera,
    String place,
    int width,
    int height,
    double fps,
    int frames,
    List<Person> people,
    List<Approach> approaches,
    List<Approach> passes) {
  public ClipTruth {
    people = List.copyOf(people);
    approaches = List.copyOf(approaches);
    passes = List.copyOf(passes);
  }

  /** The clip's length in seconds. */
  public double seconds() {
    return frames / fps;
  }

  /**
   * A person of the clip.
   *
   * @param role respondent, protected, relative or stranger
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Person(String person, String role, List<Box> boxes) {
    public Person {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * Where a face is in one frame: hairline to chin, cheek to cheek, in pixels.
   *
   * @param facing turned to the camera by less than 60 degrees and not hidden
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Box(
      int frame, double x, double y, double w, double h, boolean facing, double distanceM) {}

  /**
   * A respondent's way through the clip, in seconds from its start.
   *
   * @param faceFirst48px when the face is 48 pixels high for the first time; 0 where it never is
   * @param alertExpected whether an alert must come
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Approach(
      String person, double from, double to, double faceFirst48px, boolean alertExpected) {}
}
