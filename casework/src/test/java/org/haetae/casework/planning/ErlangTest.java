package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.casework.RandomLives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangTest {

  /** By hand: a of 1 gives 1, 1/2, 1/5, 1/16; a of 2 with 4 servers (2/3) / (1+2+2+4/3+2/3). */
  @ParameterizedTest
  @CsvSource({
    "0, 3, 1",
    "1, 1, 0.5",
    "2, 1, 0.2",
    "3, 1, 0.0625",
    "4, 2, 0.09523809523809523",
    "5, 0, 0",
  })
  void refusesWhatTheSumOfErlangBSays(int servers, double load, double refused) {
    assertEquals(refused, Erlang.refused(servers, load), 1e-12);
  }

  /** One server: everybody waits who finds it busy, a share of the load. Two: a²/(2+a). */
  @ParameterizedTest
  @CsvSource({"1, 0.5, 0.5", "2, 1, 0.3333333333333333", "2, 0.5, 0.1", "3, 3, 1", "3, 9, 1"})
  void letsWaitWhatErlangCSays(int servers, double load, double waits) {
    assertEquals(waits, Erlang.waiting(servers, load), 1e-12);
  }

  @Test
  void doesNotOverflowWithACountrysWatches() {
    double load = 3_600;
    double refused = Erlang.refused(3_700, load);
    assertEquals(logSum(3_700, load), Math.log(refused), 1e-9);
    assertTrue(Erlang.waiting(3_700, load) > refused);
  }

  @Test
  void moreLoadAndFewerServersRefuseMore() {
    RandomLives.play(
        300,
        random -> {
          int servers = 1 + random.nextInt(400);
          double load = random.nextDouble() * 500;
          double more = load + 0.01 + random.nextDouble() * 20;
          double refused = Erlang.refused(servers, more);
          // What is nearly never refused or always doesn't fit into a double any more.
          boolean told = refused > 1e-300;
          assertTrue(!told || refused > Erlang.refused(servers, load));
          assertTrue(Erlang.waiting(servers, more) >= Erlang.waiting(servers, load));
          assertTrue(!told || Erlang.refused(servers + 1, more) < refused);
          assertTrue(Erlang.waiting(servers, load) >= Erlang.refused(servers, load));
          if (servers <= 150) {
            assertEquals(Math.exp(logSum(servers, more)), Erlang.refused(servers, more), 1e-9);
          }
        });
  }

  @Test
  void theFewestServersAreEnoughAndOneLessIsNot() {
    RandomLives.play(
        200,
        random -> {
          double load = 0.1 + random.nextDouble() * 300;
          double most = 0.001 + random.nextDouble() * 0.5;
          int servers = Erlang.servers(load, most);
          assertTrue(Erlang.waiting(servers, load) <= most);
          assertTrue(servers == 1 || Erlang.waiting(servers - 1, load) > most);
        });
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Erlang.refused(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> Erlang.refused(1, -1));
    assertThrows(IllegalArgumentException.class, () -> Erlang.refused(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Erlang.servers(1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> Erlang.servers(Double.POSITIVE_INFINITY, 0.1));
  }

  /** The logarithm of Erlang B as its definition has it: the last term over the sum of all. */
  private static double logSum(int servers, double load) {
    double last = servers * Math.log(load) - IncompleteBeta.logGamma(servers + 1);
    double sum = 0;
    for (int k = 0; k <= servers; k++) {
      sum += Math.exp(k * Math.log(load) - IncompleteBeta.logGamma(k + 1) - last);
    }
    return -Math.log(sum);
  }
}
