package org.haetae.pipeline.capture.camera;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.ffmpeg.CameraSource;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.capture.rtsp.ProbeResult;
import org.haetae.pipeline.capture.rtsp.RtspProbe;

/**
 * Opens one camera's stream. The camera is probed each time, so that what it answers is read by
 * code that is safe against it, redirects obey the rules, and a refusal has a reason.
 */
public final class CameraOpener implements FrameSourceOpener {
  private final StreamAddress address;
  private final Supplier<Optional<Credentials>> login;
  private final RtspSettings settings;
  private final DecodingDevice device;
  private final InstantSource clock;

  /**
   * A camera at that address.
   *
   * @param login asked at each attempt, so that a changed password is found; throws
   *     IllegalArgumentException with a sentence when it can't be read
   */
  public CameraOpener(
      StreamAddress address,
      Supplier<Optional<Credentials>> login,
      RtspSettings settings,
      DecodingDevice device,
      InstantSource clock) {
    this.address = address;
    this.login = login;
    this.settings = settings;
    this.device = device;
    this.clock = clock;
  }

  @Override
  public FrameSource open(StreamWatch watch) {
    return switch (RtspProbe.within(settings.connect()).probe(url())) {
      case ProbeResult.Described found ->
          CameraSource.open(found.finalUrl(), settings, device, watch, clock);
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

  private CameraUrl url() {
    try {
      return new CameraUrl(address, login.get());
    } catch (IllegalArgumentException e) {
      throw new CaptureException(CaptureFailure.PASSWORD_REFUSED, String.valueOf(e.getMessage()));
    }
  }
}
