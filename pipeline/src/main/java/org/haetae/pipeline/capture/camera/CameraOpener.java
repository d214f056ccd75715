package org.haetae.pipeline.capture.camera;

import java.time.InstantSource;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.ffmpeg.CameraSource;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.capture.rtsp.ProbeResult;
import org.haetae.pipeline.capture.rtsp.RtspProbe;

/**
 * Opens one camera's stream. The camera is probed each time, so that what it answers is read by
 * code that is safe against it, redirects obey the rules, and a refusal has a reason.
 */
public record CameraOpener(CameraUrl url, RtspSettings settings, InstantSource clock)
    implements FrameSourceOpener {

  @Override
  public FrameSource open(StreamWatch watch) {
    return switch (RtspProbe.within(settings.connect()).probe(url)) {
      case ProbeResult.Described found ->
          CameraSource.open(found.finalUrl(), settings, watch, clock);
      case ProbeResult.PasswordRefused refused ->
          throw new CaptureException(CaptureFailure.PASSWORD_REFUSED, refused.reason());
      case ProbeResult.Unreachable unreachable ->
          throw new CaptureException(CaptureFailure.UNREACHABLE, unreachable.reason());
      case ProbeResult.NotRtsp other ->
          throw new CaptureException(CaptureFailure.REFUSED, other.reason());
      case ProbeResult.BadDescription bad ->
          throw new CaptureException(CaptureFailure.REFUSED, bad.reason());
      case ProbeResult.RedirectRefused redirect ->
          throw new CaptureException(CaptureFailure.REFUSED, redirect.reason());
    };
  }
}
