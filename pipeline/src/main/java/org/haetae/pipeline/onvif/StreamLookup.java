package org.haetae.pipeline.onvif;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.auth.Authenticator;

/**
 * One look-up of a camera's streams. Devices behind address translation name addresses of their own
 * network, and a hostile one could name somebody else's: of what they name only path and RTSP port
 * count, the host stays the one that was asked. One use.
 */
final class StreamLookup {
  private static final String STANDARD_PATH = "/onvif/device_service";
  private static final int MOST_PROFILES = 32;
  private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
  private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
  private static final String SCHEMA = "http://www.onvif.org/ver10/schema";

  private final CameraUrl device;
  private final DeviceCall call;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Optional<Authenticator> authenticator;
  private DeviceClock deviceClock = DeviceClock.RIGHT;

  StreamLookup(CameraUrl device, DeviceCall call, InstantSource clock, RandomGenerator random) {
    StreamAddress given = device.address();
    this.device = given.path().length() > 1 ? device : device.at(given.withPath(STANDARD_PATH));
    this.call = call;
    this.clock = clock;
    this.random = random;
    this.authenticator = device.credentials().map(known -> new Authenticator(known, random));
  }

  List<StreamOffer> offers() {
    deviceClock = askClock();
    XmlElement capabilities =
        ask(
            device.address(),
            "<GetCapabilities xmlns=\"%s\"><Category>Media</Category></GetCapabilities>"
                .formatted(DEVICE));
    StreamAddress media =
        read(capabilities.textAt("Capabilities", "Media", "XAddr"))
            .map(named -> device.address().withPath(named.path()))
            .orElseThrow(
                () -> OnvifException.because("the device names no media service of its own"));
    XmlElement profiles = ask(media, "<GetProfiles xmlns=\"%s\"/>".formatted(MEDIA));
    List<StreamOffer> offers = new ArrayList<>();
    profiles
        .all("Profiles")
        .limit(MOST_PROFILES)
        .forEach(profile -> offer(media, profile).ifPresent(offers::add));
    return List.copyOf(offers);
  }

  /** Asked without credentials, as every device must allow (ONVIF Core, GetSystemDateAndTime). */
  private DeviceClock askClock() {
    try {
      return DeviceClock.of(
          call.post(
              device.address(),
              Soap.envelope("", "<GetSystemDateAndTime xmlns=\"%s\"/>".formatted(DEVICE)),
              Optional.empty()),
          clock.instant());
    } catch (OnvifException e) {
      if (e.isPasswordRefused()) {
        return DeviceClock.RIGHT; // some ask for the password first, against the standard
      }
      throw e;
    }
  }

  private Optional<StreamOffer> offer(StreamAddress media, XmlElement profile) {
    String token = profile.attribute("token").orElse("");
    XmlElement answer =
        ask(
            media,
            """
            <GetStreamUri xmlns="%s"><StreamSetup><Stream xmlns="%2$s">RTP-Unicast</Stream>\
            <Transport xmlns="%2$s"><Protocol>RTSP</Protocol></Transport></StreamSetup>\
            <ProfileToken>%3$s</ProfileToken></GetStreamUri>\
            """
                .formatted(MEDIA, SCHEMA, Soap.escaped(token)));
    XmlElement encoder =
        profile
            .at("VideoEncoderConfiguration")
            .orElse(new XmlElement("none", Map.of(), "", List.of()));
    String name = profile.textAt("Name");
    return read(answer.textAt("MediaUri", "Uri"))
        .filter(address -> address.scheme().isRtsp())
        .map(
            address ->
                new StreamOffer(
                    PlainText.of(name.isEmpty() ? token : name),
                    device.at(address.withHostOf(device.address())),
                    encoder.numberAt("Resolution", "Width"),
                    encoder.numberAt("Resolution", "Height"),
                    encoder.numberAt("RateControl", "FrameRateLimit"),
                    PlainText.of(encoder.textAt("Encoding"))));
  }

  private XmlElement ask(StreamAddress service, String body) {
    String header =
        device
            .credentials()
            .map(
                known -> {
                  byte[] nonce = new byte[16];
                  random.nextBytes(nonce);
                  return UsernameToken.header(known, nonce, deviceClock.atDevice(clock.instant()));
                })
            .orElse("");
    return call.post(service, Soap.envelope(header, body), authenticator);
  }

  /** Empty for what is no address; a camera's mistake in one stream must not hide the others. */
  private static Optional<StreamAddress> read(String text) {
    try {
      return Optional.of(StreamAddress.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
