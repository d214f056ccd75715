package org.haetae.casework.planning;

/**
 * A. K. Erlang's formulas of 1917 for {@code servers} that share {@code load} (R. B. Cooper,
 * Introduction to Queueing Theory, 2nd edition, 1981, chapter 3). Stateless; the recursion over
 * servers has neither factorials nor cancellation.
 */
final class Erlang {
  private Erlang() {}

  /**
   * Erlang B: the share of those who come while all servers are busy, if they don't wait. Holds for
   * any distribution of the time that a server is busy.
   *
   * @param servers at least 0
   * @param load mean of the servers that would be busy if there were enough; at least 0
   */
  static double refused(int servers, double load) {
    if (servers < 0 || !(load >= 0)) {
      throw new IllegalArgumentException(
          "%d servers can't share a load of %s".formatted(servers, load));
    }
    double refused = 1;
    for (int server = 1; server <= servers; server++) {
      refused = load * refused / (server + load * refused);
    }
    return refused;
  }

  /**
   * Erlang C: the share of those who must wait, if they do; 1 where the load is as much as the
   * servers or more, for then the queue grows without end. Exact where times are exponential, else
   * close.
   */
  static double waiting(int servers, double load) {
    double refused = refused(servers, load);
    if (load >= servers) {
      return 1;
    }
    return refused / (1 - load / servers * (1 - refused));
  }

  /**
   * The fewest servers with which at most a share must wait.
   *
   * @param most share that may wait, above 0
   */
  static int servers(double load, double most) {
    if (!(most > 0) || Double.isInfinite(load)) {
      throw new IllegalArgumentException(
          "no number of servers lets %s of a load of %s wait".formatted(most, load));
    }
    double refused = 1;
    for (int server = 1; ; server++) {
      refused = load * refused / (server + load * refused);
      if (load < server && refused / (1 - load / server * (1 - refused)) <= most) {
        return server;
      }
    }
  }
}
