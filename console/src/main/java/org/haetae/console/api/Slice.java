package org.haetae.console.api;

import io.javalin.http.BadRequestResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.console.web.Visit;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many at most
 * @param after the name after which to go on
 */
record Slice(int limit, Optional<String> after) {
  static final int STANDARD = 100;
  static final int MOST = 500;
  static final int LONGEST = 128;

  static Slice of(Visit visit) {
    int limit = visit.query("limit", STANDARD);
    if (limit < 1 || limit > MOST) {
      throw new BadRequestResponse(visit.words().text("problem.limit", MOST));
    }
    Optional<String> after = Optional.ofNullable(visit.ctx().queryParam("after"));
    if (after.filter(name -> name.isEmpty() || name.length() > LONGEST).isPresent()) {
      throw new BadRequestResponse(visit.words().text("problem.after"));
    }
    return new Slice(limit, after);
  }

  /** Of a list in the order of its names; what went in between makes nothing come twice. */
  <T> List<T> ofSorted(Visit visit, List<T> all, Function<T, String> name) {
    List<T> rest =
        all.stream()
            .filter(one -> after.filter(last -> name.apply(one).compareTo(last) <= 0).isEmpty())
            .toList();
    return first(visit, rest, name);
  }

  /** Of a list in another order; what has gone can't be gone on after. */
  <T> List<T> ofUnsorted(Visit visit, List<T> all, Function<T, String> name) {
    List<String> names = all.stream().map(name).toList();
    int from = after.map(last -> names.indexOf(last) + 1).orElse(0);
    if (after.isPresent() && from == 0) {
      throw new BadRequestResponse(visit.words().text("problem.after"));
    }
    return first(visit, all.subList(from, all.size()), name);
  }

  private <T> List<T> first(Visit visit, List<T> rest, Function<T, String> name) {
    if (rest.size() <= limit) {
      return rest;
    }
    next(visit, name.apply(rest.get(limit - 1)));
    return rest.subList(0, limit);
  }

  /** Says where the list goes on (RFC 8288). */
  void next(Visit visit, String last) {
    String name = URLEncoder.encode(last, StandardCharsets.UTF_8);
    visit
        .ctx()
        .header(
            "Link",
            "<%s?limit=%d&after=%s>; rel=\"next\"".formatted(visit.ctx().path(), limit, name));
  }
}
