package org.haetae.app.config;

import java.nio.file.Path;
import java.util.List;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;

/**
 * What a file of simulated cameras says.
 *
 * @param controlPort of the loopback interface; 0 for any that is free
 * @param folder what relative paths start from, here and on the control port
 */
public record Sim(
    SimulatedSite.Settings settings, int controlPort, Path folder, List<CameraScript> cameras) {
  public Sim {
    cameras = List.copyOf(cameras);
  }
}
