package org.haetae.casework.office;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.RequestKey;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;

/** Chance over a small world, so that people, watches and stations meet often. */
record Dice(Random random) {
  static final List<StationId> STATIONS = named("station", 7).map(StationId::new).toList();
  static final List<WatchSerial> WATCHES = named("watch", 16).map(WatchSerial::new).toList();
  static final List<CaseId> CASES = named("case", 14).map(CaseId::new).toList();
  static final List<UserId> USERS = named("user", 4).map(UserId::new).toList();
  private static final int REQUESTS = 3;

  static Stream<String> named(String what, int many) {
    return IntStream.range(0, many).mapToObj(number -> "%s-%02d".formatted(what, number));
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T extends Enum<T>> T any(Class<T> kind) {
    return kind.getEnumConstants()[random.nextInt(kind.getEnumConstants().length)];
  }

  /** Mostly one of those with which something can be done, and now and then any. */
  <T> T rather(Collection<T> fitting, List<T> all) {
    return fitting.isEmpty() || oneIn(7) ? any(all) : any(List.copyOf(fitting));
  }

  /** Words, which may be missing. */
  String words() {
    return oneIn(12) ? " " : "words";
  }

  Actor actor() {
    return new Actor(any(USERS), random.nextBoolean() ? Role.OFFICER : Role.SUPERVISOR);
  }

  /** About 40 km apart in a grid, some at one spot, so that reach and order of offers matter. */
  GeoPoint spot() {
    return new GeoPoint(37 + random.nextInt(3) * 0.35, 127 + random.nextInt(3) * 0.45);
  }

  RequestKey request() {
    return new RequestKey(any(CASES), 1 + random.nextInt(REQUESTS));
  }
}
