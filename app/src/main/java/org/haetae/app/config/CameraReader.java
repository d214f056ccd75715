package org.haetae.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.app.config.Site.Pictures;
import org.haetae.pipeline.capture.address.CredentialsSource;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.PictureSize;

/**
 * Reads where a camera's pictures come from.
 *
 * @param folder what relative paths are relative to
 */
record CameraReader(Path folder) {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{1,4})x([1-9][0-9]{1,4})");
  private static final String[] OF_RECORDINGS = {"loop", "real-time"};
  private static final String[] OF_CAMERAS = {
    "sub-url", "user", "password-file", "password-env", "transport", "size"
  };

  /** Empty when there is a problem with it, which then is in the mapping's list. */
  Optional<Pictures> read(YamlMap map) {
    if (map.has("file") == map.has("url")) {
      map.problem("url", "a camera needs either \"url\" or, for a recording, \"file\"");
      return Optional.empty();
    }
    boolean live = map.has("url");
    for (String key : live ? OF_RECORDINGS : OF_CAMERAS) {
      if (map.has(key)) {
        map.problem(key, "\"%s\" goes with \"%s\" only".formatted(key, live ? "file" : "url"));
      }
    }
    return live ? live(map) : Optional.of(recording(map));
  }

  private Pictures recording(YamlMap map) {
    Path video = map.required("file", folder, YamlMap.pathFrom(folder));
    if (!Files.isRegularFile(video)) {
      map.problem("file", "there is no video file " + video);
    }
    return new Pictures.Recording(
        video,
        new Playback(
            map.optional("loop", true, YamlMap::yesNo),
            map.optional("real-time", true, YamlMap::yesNo)));
  }

  private Optional<Pictures> live(YamlMap map) {
    Optional<StreamAddress> address =
        map.unechoed("url", text -> Optional.of(StreamAddress.parse(text)));
    RtspSettings standard = RtspSettings.standard();
    RtspSettings settings =
        new RtspSettings(
            map.optional(
                "transport",
                standard.transport(),
                text -> YamlMap.parseEnum(RtspSettings.Transport.class, text)),
            standard.connect(),
            standard.read(),
            standard.picture());
    Optional<PictureSize> size =
        map.optional("size", Optional.empty(), text -> Optional.of(size(text)));
    Optional<CredentialsSource> login = login(map);
    Optional<StreamAddress> small =
        map.has("sub-url")
            ? map.unechoed("sub-url", text -> Optional.of(StreamAddress.parse(text)))
            : Optional.empty();
    return address.map(known -> new Pictures.Live(known, small, login, settings, size));
  }

  private static PictureSize size(String text) {
    Matcher parts = SIZE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("it must be width and height such as 1280x720");
    }
    return new PictureSize(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  private Optional<CredentialsSource> login(YamlMap map) {
    boolean inFile = map.has("password-file");
    boolean inEnvironment = map.has("password-env");
    if (!map.has("user") && !inFile && !inEnvironment) {
      return Optional.empty();
    }
    if (!map.has("user") || inFile == inEnvironment) {
      map.problem(
          "user", "a password needs \"user\" and either \"password-file\" or \"password-env\"");
      return Optional.empty();
    }
    String user = map.required("user", "", Function.identity());
    return Optional.of(
        inFile
            ? new CredentialsSource.PasswordFile(
                user, map.required("password-file", folder, YamlMap.pathFrom(folder)))
            : new CredentialsSource.PasswordVariable(
                user, map.required("password-env", "", Function.identity())));
  }
}
