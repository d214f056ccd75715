package org.haetae.casework.support;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.order.Offence;

/** All services, a version of the list that a ministry keeps. */
public record SupportCatalogue(String version, ZoneId zone, List<SupportService> services) {
  public SupportCatalogue {
    services = List.copyOf(services);
  }

  public Optional<SupportService> find(String id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }

  /** Services for somebody, in the list's order. */
  public List<SupportService> eligible(Offence offence, boolean minor) {
    return services.stream().filter(service -> service.isFor(offence, minor)).toList();
  }
}
