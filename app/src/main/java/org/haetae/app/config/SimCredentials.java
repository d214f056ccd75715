package org.haetae.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.sim.camera.Credentials;

/**
 * What simulated cameras ask for. A password stands in a file or in the environment, never in the
 * configuration; one whose file does not exist yet is made up and written there.
 */
record SimCredentials(Path folder, Map<String, String> environment) {

  /**
   * The credentials of a camera, if it has any.
   *
   * @throws IllegalArgumentException with a sentence for people, which holds no password
   */
  Optional<Credentials> read(YamlMap camera) {
    boolean fromFile = camera.has("password-file");
    boolean fromEnvironment = camera.has("password-env");
    if (!camera.has("user")) {
      if (fromFile || fromEnvironment || camera.has("authentication")) {
        throw new IllegalArgumentException("a camera with a password needs the key \"user\"");
      }
      return Optional.empty();
    }
    if (fromFile == fromEnvironment) {
      throw new IllegalArgumentException(
          "a camera with a user needs either \"password-file\" or \"password-env\"");
    }
    String user = camera.required("user", "nobody", Function.identity());
    Credentials.Scheme scheme =
        camera.optional(
            "authentication",
            Credentials.Scheme.DIGEST,
            text -> YamlMap.parseEnum(Credentials.Scheme.class, text));
    String password =
        fromFile
            ? ofFile(camera.required("password-file", folder, YamlMap.pathFrom(folder)))
            : ofEnvironment(camera.required("password-env", "", Function.identity()));
    return Optional.of(new Credentials(scheme, user, password));
  }

  private String ofEnvironment(String name) {
    String password = environment.get(name);
    if (password == null) {
      throw new IllegalArgumentException("the environment has no variable " + name);
    }
    return password;
  }

  private static String ofFile(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : madeUp(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the password file %s can't be read or written".formatted(file), e);
    }
  }

  private static String madeUp(Path file) throws IOException {
    byte[] bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(
        file,
        password.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    return password;
  }
}
