package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.measure.ClopperPearson;
import org.junit.jupiter.api.Test;

class RateTest {
  private static List<Outcome> people(int hitting, int missing, int each) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int p = 0; p < hitting + missing; p++) {
      for (int i = 0; i < each; i++) {
        outcomes.add(new Outcome("p" + p, p < hitting));
      }
    }
    return outcomes;
  }

  @Test
  void whereAllHitOrNoneTheIntervalIsExactOverPeople() {
    Rate none = Rate.of(people(0, 10, 7), Scenes.BOOTSTRAP);
    assertEquals(exact(0, 10), none.interval());
    assertEquals(70, none.trials());
    assertEquals(10, none.people());
    assertEquals(exact(10, 10), Rate.of(people(10, 0, 7), Scenes.BOOTSTRAP).interval());
  }

  @Test
  void fewPeopleGetTheExactOneRoundedOutwards() {
    List<Outcome> two =
        List.of(new Outcome("a", true), new Outcome("a", true), new Outcome("b", false));
    Interval interval = Rate.of(two, Scenes.BOOTSTRAP).interval();
    assertEquals(Interval.Method.EXACT, interval.method());
    assertEquals(ClopperPearson.of(1, 2).low(), interval.low());
    assertEquals(1, interval.high());
  }

  @Test
  void onePersonSaysNothing() {
    List<Outcome> one = List.of(new Outcome("a", true), new Outcome("a", false));
    Interval interval = Rate.of(one, Scenes.BOOTSTRAP).interval();
    assertEquals(0, interval.low());
    assertEquals(1, interval.high());
  }

  @Test
  void enoughPeopleGetTheBootstrapAroundTheShare() {
    Rate rate = Rate.of(people(4, 4, 3), Scenes.BOOTSTRAP);
    assertEquals(Interval.Method.BOOTSTRAP, rate.interval().method());
    assertEquals(0.5, rate.value());
    assertTrue(rate.interval().low() < 0.5 && rate.interval().high() > 0.5);
  }

  @Test
  void nothingIsBetweenNothingAndAll() {
    Rate nothing = Rate.of(List.of(), Scenes.BOOTSTRAP);
    assertEquals(new Interval(0, 1, Interval.Method.NONE), nothing.interval());
    assertTrue(Double.isNaN(nothing.value()));
  }

  private static Interval exact(int hits, int trials) {
    ClopperPearson.Limits limits = ClopperPearson.of(hits, trials);
    return new Interval(limits.low(), limits.high(), Interval.Method.EXACT);
  }
}
