package org.haetae.sim.junit;

import java.io.IOException;
import java.util.List;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Serves cameras while tests run. In a static field it serves them for all tests of the class and
 * stops every fault after each; in an instance field each test has its own.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatedCameras CAMERAS = SimulatedCameras.of(CameraScript.of("door", clip));
 * }</pre>
 */
public final class SimulatedCameras
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private final SimulatedSite.Settings settings;
  private final List<CameraScript> scripts;
  private @Nullable SimulatedSite site;
  private boolean shared;

  private SimulatedCameras(SimulatedSite.Settings settings, List<CameraScript> scripts) {
    this.settings = settings;
    this.scripts = scripts;
  }

  /** Cameras on free ports of the loopback interface. */
  public static SimulatedCameras of(CameraScript... scripts) {
    return of(SimulatedSite.Settings.local(), scripts);
  }

  /** Cameras as the settings say. */
  public static SimulatedCameras of(SimulatedSite.Settings settings, CameraScript... scripts) {
    return new SimulatedCameras(settings, List.of(scripts));
  }

  /**
   * The running site.
   *
   * @throws IllegalStateException outside of a test
   */
  public SimulatedSite site() {
    if (site == null) {
      throw new IllegalStateException("the cameras run only while a test does");
    }
    return site;
  }

  /** The address of a camera's main stream. */
  public String url(String name) {
    return site().url(name);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    shared = true;
    site = new SimulatedSite(settings, scripts);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    if (!shared) {
      site = new SimulatedSite(settings, scripts);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (shared) {
      site().names().forEach(site()::clear);
    } else {
      end();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end();
  }

  private void end() {
    if (site != null) {
      site.close();
      site = null;
    }
  }
}
