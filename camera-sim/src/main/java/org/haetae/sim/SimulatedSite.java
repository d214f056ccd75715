package org.haetae.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.ClipLibrary;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.SimulatedCamera;
import org.haetae.sim.camera.SiteTime;
import org.haetae.sim.clip.ClipException;
import org.haetae.sim.rtsp.CameraPort;
import org.haetae.sim.rtsp.RtspServer;

/** Simulated cameras that serve RTSP until they are closed: the wiring. Thread-safe. */
public final class SimulatedSite implements AutoCloseable {
  private final RtspServer server;
  private final String host;
  private final Map<String, CameraPort> cameras = new LinkedHashMap<>();

  /**
   * Reads the clips, binds the ports and serves.
   *
   * @throws IOException when a port is taken
   * @throws ClipException when a clip can't be served
   */
  public SimulatedSite(Settings settings, List<CameraScript> scripts) throws IOException {
    host = settings.host().getHostAddress();
    SiteTime time = new SiteTime(InstantSource.system(), System::nanoTime);
    ClipLibrary library = new ClipLibrary();
    server = new RtspServer(settings.host(), settings.sessionTimeout());
    try {
      for (CameraScript script : scripts) {
        int port = settings.firstPort() == 0 ? 0 : settings.firstPort() + cameras.size();
        SimulatedCamera camera = new SimulatedCamera(script, time, library, server.timers());
        if (cameras.put(script.name(), server.open(camera, port)) != null) {
          throw new IllegalArgumentException("the camera %s stands twice".formatted(script.name()));
        }
      }
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Serves cameras on free ports of the loopback interface. */
  public static SimulatedSite serve(CameraScript... scripts) throws IOException {
    return new SimulatedSite(Settings.local(), List.of(scripts));
  }

  /**
   * Where and how to serve.
   *
   * @param firstPort of the first camera, the others following; 0 for free ones
   * @param sessionTimeout after so long without a sign of life a session ends
   */
  public record Settings(InetAddress host, int firstPort, Duration sessionTimeout) {
    public Settings {
      if (firstPort < 0 || firstPort > 65_535) {
        throw new IllegalArgumentException("a port lies between 0 and 65535");
      }
      if (!sessionTimeout.isPositive()) {
        throw new IllegalArgumentException("the session time-out must be longer than 0 s");
      }
    }

    /** Free ports of the loopback interface, and RFC 2326's 60 s. */
    public static Settings local() {
      return new Settings(InetAddress.getLoopbackAddress(), 0, Duration.ofSeconds(60));
    }
  }

  /** The cameras' names, as scripted. */
  public List<String> names() {
    return List.copyOf(cameras.keySet());
  }

  /**
   * The address of a camera's main stream, without credentials.
   *
   * @throws IllegalArgumentException when there is no such camera
   */
  public String url(String name) {
    CameraPort port = port(name);
    return "rtsp://%s:%d/%s".formatted(host, port.port(), port.camera().script().path());
  }

  /** The address of a camera's sub-stream, whether it has one or not. */
  public String subUrl(String name) {
    return url(name) + "/sub";
  }

  /** A camera, to start and stop its faults. */
  public SimulatedCamera camera(String name) {
    return port(name).camera();
  }

  /** A camera's port, to see who is connected. */
  public CameraPort port(String name) {
    CameraPort port = cameras.get(name);
    if (port == null) {
      throw new IllegalArgumentException("there is no camera \"%s\"".formatted(name));
    }
    return port;
  }

  /** Starts a fault that lasts until {@link #clear}. */
  public void start(String name, Fault fault) {
    camera(name).start(fault);
  }

  /** Starts a fault that ends by itself. */
  public void start(String name, Fault fault, Duration length) {
    camera(name).start(fault, length);
  }

  /** Stops every fault of a camera. */
  public void clear(String name) {
    camera(name).board().clear();
  }

  /** Ends all sessions; returns when every thread of the site has ended. */
  @Override
  public void close() {
    server.close();
  }
}
