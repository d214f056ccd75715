package org.haetae.casework.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.casework.Waiting;
import org.junit.jupiter.api.Test;

/** What {@link Channel} promises, shown by every channel against its real receiver. */
public interface ChannelContract {
  Duration AMPLE = Duration.ofSeconds(20);
  Duration SHORT = Duration.ofMillis(400);

  /** Far beyond {@link #SHORT} and far below {@link #AMPLE}, for a machine that is busy. */
  Duration LATE = Duration.ofSeconds(8);

  Peer peer() throws Exception;

  @Test
  default void deliversOnceAndCarriesTheKey() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(AMPLE)) {
      Notice notice = SampleNotices.threat();
      channel.send(notice);
      assertEquals(List.of(notice.key().toString()), peer.keys());
    }
  }

  @Test
  default void aRepetitionCarriesTheSameKey() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(AMPLE)) {
      Notice notice = SampleNotices.threat();
      Notice other = SampleNotices.threat();
      channel.send(notice);
      channel.send(other);
      channel.send(notice);
      String key = notice.key().toString();
      assertEquals(List.of(key, other.key().toString(), key), peer.keys());
    }
  }

  @Test
  default void aRehearsalIsDeliveredToo() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(AMPLE)) {
      channel.send(SampleNotices.canary());
      assertEquals(List.of(SampleNotices.canary().key().toString()), peer.keys());
    }
  }

  @Test
  default void aReceiverThatHangsEndsInTime() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(SHORT)) {
      peer.hang();
      long start = System.nanoTime();
      DeliveryException late =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertTrue(System.nanoTime() - start < LATE.toNanos());
      assertEquals(DeliveryException.Fault.CHANNEL, late.fault());
      assertEquals("the receiver does not answer in time", late.getMessage());
    }
  }

  @Test
  default void aReceiverThatRefusesHasNotTakenOver() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(AMPLE)) {
      peer.refuse();
      assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
    }
  }

  @Test
  default void aReceiverThatIsNotThereIsAFaultOfTheChannel() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(AMPLE)) {
      channel.send(SampleNotices.threat());
      peer.leave();
      DeliveryException gone =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertEquals(DeliveryException.Fault.CHANNEL, gone.fault());
      assertEquals("the receiver can't be reached", gone.getMessage());
    }
  }

  @Test
  default void anInterruptEndsItEarly() throws Exception {
    try (Peer peer = peer();
        Channel channel = peer.channel(AMPLE.multipliedBy(10))) {
      peer.hang();
      List<String> ends = new CopyOnWriteArrayList<>();
      Thread sender = Thread.ofPlatform().start(() -> ends.add(end(channel)));
      Waiting.until(
          "the sender waits for the receiver",
          () -> sender.getState() == Thread.State.TIMED_WAITING);
      sender.interrupt();
      assertTrue(sender.join(AMPLE), "it still sends");
      assertEquals(List.of("interrupted"), ends);
    }
  }

  private static String end(Channel channel) {
    try {
      channel.send(SampleNotices.threat());
      return "delivered";
    } catch (DeliveryException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  @Test
  default void closingReleasesThreadsAndSockets() throws Exception {
    try (Peer peer = peer()) {
      sendAndClose(peer, 8);
      Set<Thread> threads = threads();
      long sockets = sockets();
      sendAndClose(peer, 8);
      awaitNoneBut(threads, peer);
      Waiting.until("as many sockets as before", () -> sockets() <= sockets);
    }
  }

  private static void sendAndClose(Peer peer, int channels) throws Exception {
    List<Channel> open = new ArrayList<>();
    try {
      for (int i = 0; i < channels; i++) {
        open.add(peer.channel(AMPLE));
      }
      for (Channel channel : open) {
        channel.send(SampleNotices.threat());
      }
    } finally {
      for (Channel channel : open) {
        channel.close();
      }
    }
  }

  private static void awaitNoneBut(Set<Thread> before, Peer peer) throws InterruptedException {
    Set<String> left = new TreeSet<>();
    try {
      Waiting.until(
          "no thread that was not there before",
          () -> {
            left.clear();
            threads().stream()
                .filter(thread -> !before.contains(thread) && !peer.owns(thread.getName()))
                .forEach(thread -> left.add(thread.getName()));
            return left.isEmpty();
          });
    } catch (AssertionError e) {
      throw new AssertionError("threads that outlive their channel: " + left, e);
    }
  }

  /** Without those that the JVM lends to virtual threads, which come and go as it likes. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getClass().getSimpleName().equals("CarrierThread"))
        .filter(thread -> !thread.getName().matches("VirtualThread-.*|.*Poller"))
        .collect(Collectors.toSet());
  }

  /** Open in this process; always 0 where the machine does not tell, which is all but Linux. */
  private static long sockets() {
    String[] open = Path.of("/proc/self/fd").toFile().list();
    return open == null ? 0 : Stream.of(open).filter(ChannelContract::isSocket).count();
  }

  private static boolean isSocket(String descriptor) {
    try {
      Path behind = Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor));
      return behind.toString().startsWith("socket:");
    } catch (IOException _) {
      return false; // It was closed while we looked.
    }
  }
}
