package org.haetae.app;

import java.time.InstantSource;
import org.haetae.app.config.Site.Pictures;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.camera.CameraOpener;

/** Opens a site's camera as the site's file says, with its password as it stands at that moment. */
public final class LiveOpener {
  private LiveOpener() {}

  public static FrameSourceOpener of(Pictures.Live live, InstantSource clock) {
    return new CameraOpener(
        live.address(),
        () -> live.login().map(source -> source.load(System.getenv()).credentials()),
        live.settings(),
        clock);
  }
}
