package org.haetae.pipeline.onvif;

import java.util.List;
import org.haetae.pipeline.capture.address.StreamAddress;

/**
 * A device that answered.
 *
 * @param address from which it answered
 * @param services where it says that its device service is
 * @param name from its scopes, empty where it has none
 */
public record Discovered(String address, List<StreamAddress> services, String name) {
  public Discovered {
    services = List.copyOf(services);
  }
}
