package org.haetae.app.soak;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.camera.Credentials.Scheme;

/** The eight cameras of the soak. */
record SoakSite(List<SoakCamera> cameras) {
  /** Saved in a password's file for a while; as secret as the right one. */
  static final String WRONG_PASSWORD = "Hut+3318/fremd nie";

  private static final Login DOOR =
      new Login(new Credentials(Scheme.DIGEST, "waechter", "Kies+7391/wolf am See"), true);
  private static final Login STREET =
      new Login(new Credentials(Scheme.BASIC, "strasse", "Laub%5520?eule"), true);
  private static final Login YARD =
      new Login(new Credentials(Scheme.DIGEST, "hof", "Zinn@8846:dachs"), false);

  /** Two of them are always well and see respondents come. */
  static SoakSite standard() {
    return new SoakSite(
        List.of(
            camera("home-door", "home-door", Optional.of("home-door"), Optional.of(DOOR), false),
            camera("home-street", "home-street", Optional.empty(), Optional.of(STREET), true),
            camera("work-yard", "work-yard", Optional.empty(), Optional.of(YARD), false),
            camera("quiet-yard", "quiet-yard", Optional.empty(), Optional.empty(), true),
            camera(
                "home-h265", "home-door.h265", Optional.of("home-door"), Optional.empty(), false),
            camera("home-small", "home-door.sub", Optional.empty(), Optional.empty(), false),
            healthy("work-gate", "work"),
            healthy("late-approach", "home")));
  }

  private static SoakCamera camera(
      String name, String clip, Optional<String> truth, Optional<Login> login, boolean udp) {
    return new SoakCamera(
        name, clip, truth, name.startsWith("home") ? "home" : "work", login, udp, false);
  }

  private static SoakCamera healthy(String name, String place) {
    return new SoakCamera(name, name, Optional.of(name), place, Optional.empty(), false, true);
  }

  List<String> names() {
    return cameras.stream().map(SoakCamera::name).toList();
  }

  /** Those that have trouble. */
  List<String> troubled() {
    return cameras.stream().filter(camera -> !camera.healthy()).map(SoakCamera::name).toList();
  }

  /** Those whose password stands in a file. */
  List<String> withFile() {
    return cameras.stream()
        .filter(camera -> camera.login().filter(Login::inFile).isPresent())
        .map(SoakCamera::name)
        .toList();
  }

  SoakCamera camera(String name) {
    return cameras.stream().filter(camera -> camera.name().equals(name)).findFirst().orElseThrow();
  }

  List<CameraScript> scripts(Path clips) {
    return cameras.stream().map(camera -> camera.script(clips)).toList();
  }

  /** The variables of passwords that stand in no file. */
  Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    for (SoakCamera camera : cameras) {
      camera
          .login()
          .filter(login -> !login.inFile())
          .ifPresent(
              login ->
                  variables.put(Login.variable(camera.name()), login.credentials().password()));
    }
    return variables;
  }

  /** What nothing that the product says may hold, and what to call it. */
  Map<String, String> forbidden() {
    Map<String, String> secrets = new HashMap<>();
    for (SoakCamera camera : cameras) {
      camera
          .login()
          .map(Login::credentials)
          .ifPresent(
              known -> {
                for (String password : List.of(known.password(), WRONG_PASSWORD)) {
                  Secrets.formsOf(known.user(), password)
                      .forEach(form -> secrets.put(form, "a password of " + camera.name()));
                }
              });
    }
    return secrets;
  }
}
