package org.haetae.console.api;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.account.Scope;
import org.haetae.console.access.Section;

/**
 * One operation, described.
 *
 * @param name unique, in camel case; its summary stands among the words as {@code api.<name>}
 * @param right who may; empty for whoever is signed in
 * @param body what is sent; empty where nothing is
 * @param statuses besides the good one
 */
public record Operation(
    HandlerType method,
    String path,
    String name,
    Optional<Right> right,
    List<Parameter> parameters,
    Optional<Body> body,
    Answer answer,
    Set<Integer> statuses) {
  /** What a role must open and a machine's token must be good for. */
  public record Right(Section section, Scope scope) {}

  /** A record, or a list of them. */
  public record Body(Class<?> type, boolean list) {}

  /** As {@link Body}; without a type it is an object that is described elsewhere. */
  public record Answer(Optional<Class<?>> type, boolean list) {}

  public Operation {
    parameters = List.copyOf(parameters);
    statuses = Set.copyOf(statuses);
  }

  /** Reads; may be asked whether something is still so. */
  public static Operation get(String path, String name, Parameter... parameters) {
    List<Parameter> all = new ArrayList<>(List.of(parameters));
    all.add(Parameter.ifNoneMatch());
    return of(HandlerType.GET, path, name, all);
  }

  /** Does something; may be named, so that it isn't done twice. */
  public static Operation post(String path, String name, Parameter... parameters) {
    List<Parameter> all = new ArrayList<>(List.of(parameters));
    all.add(Parameter.idempotencyKey());
    return of(HandlerType.POST, path, name, all).failing(413, 415, 422);
  }

  private static Operation of(
      HandlerType method, String path, String name, List<Parameter> parameters) {
    return new Operation(
        method,
        path,
        name,
        Optional.empty(),
        parameters,
        Optional.empty(),
        new Answer(Optional.empty(), false),
        Set.of(400, 401, 429));
  }

  public Operation open(Section section, Scope scope) {
    Optional<Right> rights = Optional.of(new Right(section, scope));
    return new Operation(method, path, name, rights, parameters, body, answer, statuses)
        .failing(403);
  }

  public Operation taking(Class<?> type, boolean list) {
    Optional<Body> taken = Optional.of(new Body(type, list));
    return new Operation(method, path, name, right, parameters, taken, answer, statuses);
  }

  public Operation answering(Class<?> type) {
    Answer one = new Answer(Optional.of(type), false);
    return new Operation(method, path, name, right, parameters, body, one, statuses);
  }

  public Operation listing(Class<?> type) {
    Answer many = new Answer(Optional.of(type), true);
    return new Operation(method, path, name, right, parameters, body, many, statuses);
  }

  public Operation failing(int... more) {
    Set<Integer> all = new TreeSet<>(statuses);
    for (int one : more) {
      all.add(one);
    }
    return new Operation(method, path, name, right, parameters, body, answer, all);
  }
}
