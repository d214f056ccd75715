package org.haetae.sim.camera;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haetae.sim.clip.ClipException;
import org.haetae.sim.clip.ClipReader;
import org.haetae.sim.rtp.PacketizedClip;

/** Every clip once, whoever shows it. Thread-safe. */
public final class ClipLibrary {
  private final Map<Path, PacketizedClip> clips = new ConcurrentHashMap<>();

  /**
   * Reads a clip, or finds it read.
   *
   * @throws ClipException when it can't be served
   */
  public PacketizedClip clip(Path file) {
    return clips.computeIfAbsent(
        file.toAbsolutePath().normalize(), path -> PacketizedClip.of(ClipReader.read(path)));
  }
}
