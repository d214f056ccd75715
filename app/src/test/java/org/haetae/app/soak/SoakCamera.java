package org.haetae.app.soak;

import java.nio.file.Path;
import java.util.Optional;
import org.haetae.sim.camera.CameraScript;

/**
 * One of the cameras.
 *
 * @param name of the camera
 * @param clip the clip's file name, without its ending
 * @param truth the camera whose script says who comes, where somebody must be alerted
 * @param place which it guards
 * @param healthy whether nothing ever happens to it
 */
record SoakCamera(
    String name,
    String clip,
    Optional<String> truth,
    String place,
    Optional<Login> login,
    boolean udp,
    boolean healthy) {

  /** As the simulator needs it. */
  CameraScript script(Path clips) {
    CameraScript open = CameraScript.of(name, clips.resolve(clip + ".mp4"));
    return login.map(known -> open.withCredentials(known.credentials())).orElse(open);
  }
}
