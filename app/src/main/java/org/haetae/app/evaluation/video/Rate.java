package org.haetae.app.evaluation.video;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.app.evaluation.video.Interval.Method;
import org.haetae.domain.measure.ClopperPearson;
import org.haetae.domain.measure.ObservedShare;

/**
 * A share, from how much it comes, and how sure it is.
 *
 * @param people different people among the trials
 */
public record Rate(int hits, int trials, int people, Interval interval) {

  /**
   * The share of hits. The interval is a bootstrap's over people. Where all of them hit or none, or
   * where they are fewer than {@value Bootstrap#FEWEST_PEOPLE} or all alike, a bootstrap would say
   * too much: then it is the exact one with people for trials and the share rounded outwards to
   * whole people. Whoever hits only sometimes varies less than a trial does, so that this is wide
   * rather than narrow. Of nobody it is 0 to 1.
   */
  public static Rate of(List<Outcome> outcomes, Bootstrap bootstrap) {
    Map<String, int[]> byPerson = new LinkedHashMap<>();
    int hits = 0;
    for (Outcome outcome : outcomes) {
      int[] counts = byPerson.computeIfAbsent(outcome.identity(), person -> new int[2]);
      counts[0] += outcome.hit() ? 1 : 0;
      counts[1]++;
      hits += outcome.hit() ? 1 : 0;
    }
    List<int[]> people = List.copyOf(byPerson.values());
    return new Rate(
        hits, outcomes.size(), people.size(), interval(hits, outcomes.size(), people, bootstrap));
  }

  private static Interval interval(int hits, int trials, List<int[]> people, Bootstrap bootstrap) {
    if (people.isEmpty()) {
      return new Interval(0, 1, Method.NONE);
    }
    if (hits > 0 && hits < trials && people.size() >= Bootstrap.FEWEST_PEOPLE) {
      Interval drawn = bootstrap.interval(people, Rate::hitShare);
      if (drawn.low() < drawn.high()) {
        return drawn;
      }
    }
    return outwards((double) hits / trials * people.size(), people.size());
  }

  private static Interval outwards(double hits, int people) {
    return new Interval(
        ClopperPearson.of((int) Math.floor(hits + 1e-9), people).low(),
        ClopperPearson.of((int) Math.ceil(hits - 1e-9), people).high(),
        Method.EXACT);
  }

  private static double hitShare(List<int[]> people) {
    int hits = 0;
    int trials = 0;
    for (int[] counts : people) {
      hits += counts[0];
      trials += counts[1];
    }
    return (double) hits / trials;
  }

  /** The same for whoever only reads it. */
  ObservedShare share() {
    return new ObservedShare(hits, trials, people, interval.low(), interval.high());
  }

  /** The share, NaN of nothing. */
  public double value() {
    return (double) hits / trials;
  }
}
