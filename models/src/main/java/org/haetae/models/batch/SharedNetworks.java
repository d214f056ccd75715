package org.haetae.models.batch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.network.Shares;

/**
 * One shared network for each name, for as long as anybody holds a share of it: the last one to
 * close frees it. Safe for many threads.
 */
public final class SharedNetworks {
  /** A fifth of what a picture's analysis may take of a card that answers in a few milliseconds. */
  private static final Duration PATIENCE = Duration.ofMillis(2);

  private final int mostTogether;
  private final Shares<String, SharedNetwork> networks = new Shares<>(SharedNetwork::close);

  /**
   * @param mostTogether questions in one call, at least 1
   */
  public SharedNetworks(int mostTogether) {
    this.mostTogether = mostTogether;
  }

  /**
   * A share, which its holder closes.
   *
   * @param load opens the network where nobody holds it
   */
  public Network share(String name, Supplier<Network> load) {
    SharedNetwork network =
        networks.take(
            name, () -> new SharedNetwork(load.get(), "network-" + name, mostTogether, PATIENCE));
    return new Counted(name, network.share());
  }

  private final class Counted implements Network {
    private final String name;
    private final Network share;
    private final AtomicBoolean closed = new AtomicBoolean();

    Counted(String name, Network share) {
      this.name = name;
      this.share = share;
    }

    @Override
    public <T> T run(ByteBuffer input, long[] shape, Outputs.Reader<T> reader) {
      return share.run(input, shape, reader);
    }

    @Override
    public EngineKind engine() {
      return share.engine();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        networks.give(name);
      }
    }
  }
}
