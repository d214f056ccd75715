package org.haetae.app;

import java.time.InstantSource;
import org.haetae.app.config.Site.Pictures;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.camera.CameraOpener;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.pair.PairedOpener;

/**
 * Opens a site's live cameras as its file says, with their passwords as they stand at that moment.
 *
 * @param device decodes, and stays its owner's
 */
public record LiveOpeners(DecodingDevice device, InstantSource clock) {

  /** One camera, with both of its streams where it has two. */
  public FrameSourceOpener of(CameraId id, Pictures.Live live) {
    CameraOpener main = opener(live.address(), live);
    return live.small()
        .<FrameSourceOpener>map(
            small -> new PairedOpener("grab-large-" + id, opener(small, live), main))
        .orElse(main);
  }

  private CameraOpener opener(StreamAddress address, Pictures.Live live) {
    return new CameraOpener(
        address,
        () -> live.login().map(source -> source.load(System.getenv()).credentials()),
        live.settings(),
        device,
        clock);
  }
}
