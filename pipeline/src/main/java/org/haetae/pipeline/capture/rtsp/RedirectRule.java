package org.haetae.pipeline.capture.rtsp;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.StreamAddress;

/**
 * Whether a camera that sends us elsewhere is obeyed. A camera is no trusted party: whoever takes
 * one over must not reach through us what it can't reach itself, nor get the password sent
 * somewhere. Pure.
 */
final class RedirectRule {
  /** Redirects that are followed in a row. */
  static final int MOST = 3;

  private RedirectRule() {}

  /**
   * Judges a redirect.
   *
   * @param configured the address that the site's file names
   * @param configuredAddresses what its host resolves to
   * @param from the address that redirects
   * @param targetAddresses what the target's host resolves to
   * @return why it is refused, in one sentence; empty when it is allowed
   */
  static Optional<String> refusal(
      StreamAddress configured,
      List<InetAddress> configuredAddresses,
      StreamAddress from,
      StreamAddress target,
      List<InetAddress> targetAddresses) {
    if (!target.scheme().isRtsp()) {
      return Optional.of("it redirects to %s, which is no RTSP".formatted(target.origin()));
    }
    if (from.scheme().encrypted() && !target.scheme().encrypted()) {
      return Optional.of("it redirects from rtsps to rtsp, which anybody could read");
    }
    if (isSameHost(configured, target)) {
      return Optional.empty();
    }
    for (InetAddress address : targetAddresses) {
      AddressClass reached = AddressClass.of(address);
      boolean never = reached == AddressClass.CLOUD_METADATA || reached == AddressClass.MULTICAST;
      boolean alike = configuredAddresses.stream().allMatch(own -> AddressClass.of(own) == reached);
      if (never || !alike) {
        return Optional.of(
            "it redirects to %s, a %s address, which its own address doesn't allow"
                .formatted(target.origin(), reached.name().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    return Optional.empty();
  }

  /** The target with the credentials that it may be sent: none for another host. */
  static CameraUrl next(CameraUrl configured, StreamAddress target) {
    return isSameHost(configured.address(), target)
        ? configured.at(target)
        : CameraUrl.open(target);
  }

  private static boolean isSameHost(StreamAddress one, StreamAddress other) {
    return one.host().equals(other.host());
  }
}
