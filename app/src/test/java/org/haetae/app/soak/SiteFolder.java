package org.haetae.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.haetae.app.Home;
import org.haetae.sim.SimulatedSite;

/**
 * The site's file and the files of its passwords. Places, respondents and orders are the demo's.
 *
 * @param folder they lie in
 */
record SiteFolder(Path folder, SoakSite site) {

  /** The site's file. */
  Path config() {
    return folder.resolve("site.yaml");
  }

  /** Writes everything, the cameras at the addresses where they are simulated. */
  void write(SimulatedSite simulated) throws IOException {
    StringBuilder text = new StringBuilder(demoWithoutCameras()).append("\ncameras:\n");
    for (SoakCamera camera : site.cameras()) {
      text.append(entry(camera, simulated.url(camera.name())));
      if (camera.login().filter(Login::inFile).isPresent()) {
        Files.createFile(
            passwordFile(camera.name()),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        savePassword(camera.name(), true);
      }
    }
    Files.writeString(config(), text);
  }

  private static String demoWithoutCameras() throws IOException {
    String demo = Files.readString(Home.folder().resolve("config").resolve("demo.yaml"));
    return demo.substring(0, demo.indexOf("\ncameras:"))
        .replace("../camera-sim/", Home.folder().resolve("camera-sim") + "/")
        .replace("port: 8480", "port: 0");
  }

  private String entry(SoakCamera camera, String url) {
    boolean home = camera.place().equals("home");
    String entry =
        """
          - id: %s
            place: %s
            location: [%s]
            bearing: 45
            field-of-view: 50
            approach-rank: 1
            url: %s
            transport: %s
        """
            .formatted(
                camera.name(),
                camera.place(),
                home ? "37.56652, 126.97802" : "37.57014, 126.98265",
                url,
                camera.udp() ? "udp" : "tcp");
    return entry + camera.login().map(login -> login(camera.name(), login)).orElse("");
  }

  private String login(String camera, Login login) {
    return "    user: %s\n    %s\n"
        .formatted(
            login.credentials().user(),
            login.inFile()
                ? "password-file: " + passwordFile(camera)
                : "password-env: " + Login.variable(camera));
  }

  private Path passwordFile(String camera) {
    return folder.resolve(camera + ".password");
  }

  /** Saves the right password of a camera in its file, or a wrong one. */
  void savePassword(String camera, boolean right) throws IOException {
    String password =
        right
            ? site.camera(camera).login().orElseThrow().credentials().password()
            : SoakSite.WRONG_PASSWORD;
    Files.writeString(passwordFile(camera), password + "\n");
  }
}
