package org.haetae.sim.rtsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.StreamKind;
import org.haetae.sim.sdp.SessionDescription;

/**
 * What a request's address means to a camera.
 *
 * @param track whether it names the track, not the whole presentation
 */
record StreamAddress(StreamKind stream, boolean track) {

  /** Reads an absolute address or a path; nothing where the camera has no such stream. */
  static Optional<StreamAddress> read(CameraScript script, String uri) {
    String path;
    try {
      path = new URI(uri).getPath();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (path == null) {
      return Optional.empty();
    }
    String rest = path.replaceAll("^/+|/+$", "");
    String end = "/" + SessionDescription.TRACK;
    boolean track = rest.endsWith(end);
    String name = track ? rest.substring(0, rest.length() - end.length()) : rest;
    if (name.equals(script.path())) {
      return Optional.of(new StreamAddress(StreamKind.MAIN, track));
    }
    if (script.subClip().isPresent() && name.equals(script.path() + "/sub")) {
      return Optional.of(new StreamAddress(StreamKind.SUB, track));
    }
    return Optional.empty();
  }
}
