package org.haetae.pipeline.capture.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the video of a session description (SDP, RFC 8866), with CRLF or LF at the end of lines.
 * Unknown lines are passed over; nonsense is refused. Pure.
 */
public final class SdpReader {
  /** Characters that a description may have. */
  public static final int LONGEST = 64 * 1024;

  /** Lines that a description may have. */
  public static final int MOST_LINES = 1000;

  private static final int MOST_MEDIA = 64;

  private final List<MediaSection> sections = new ArrayList<>();

  private SdpReader() {}

  /**
   * Reads {@code text}.
   *
   * @throws IllegalArgumentException in one sentence that repeats nothing of the text
   */
  public static SessionDescription read(String text) {
    check(text.length() <= LONGEST, "is longer than 64 KiB");
    List<String> lines = text.lines().limit(MOST_LINES + 1).toList();
    check(lines.size() <= MOST_LINES, "has more than 1000 lines");
    SdpReader reader = new SdpReader();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    check(
        first < lines.size() && lines.get(first).strip().equals("v=0"),
        "doesn't begin with v=0, as SDP does");
    for (int i = first + 1; i < lines.size(); i++) {
      reader.line(lines.get(i), i + 1);
    }
    List<VideoMedia> video =
        reader.sections.stream().flatMap(section -> section.video().stream()).toList();
    check(!video.isEmpty(), "names no video");
    return new SessionDescription(video);
  }

  private void line(String raw, int number) {
    String line = raw.strip();
    if (line.isEmpty() || line.chars().allMatch(c -> c == 0)) {
      return;
    }
    check(
        line.length() >= 2 && line.charAt(1) == '=' && Character.isLetter(line.charAt(0)),
        "is no SDP in its line " + number);
    String value = line.substring(2);
    if (line.charAt(0) == 'm') {
      check(sections.size() < MOST_MEDIA, "names more than 64 media");
      sections.add(MediaSection.begin(value, number));
    } else if (line.charAt(0) == 'a') {
      // What stands before the first medium is said of the whole session and of no use here.
      last().ifPresent(section -> section.attribute(value, number));
    }
  }

  private Optional<MediaSection> last() {
    return sections.isEmpty() ? Optional.empty() : Optional.of(sections.getLast());
  }

  static void check(boolean good, String what) {
    if (!good) {
      throw new IllegalArgumentException("the camera's description of its stream " + what);
    }
  }
}
