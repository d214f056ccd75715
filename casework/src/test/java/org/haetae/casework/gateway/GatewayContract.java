package org.haetae.casework.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.casework.Waiting;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

/** What a gateway's adapter promises: nothing that a watch said is lost before it was kept. */
public interface GatewayContract {
  WatchSerial ONE = new WatchSerial("W-1");
  WatchSerial TWO = new WatchSerial("W.2_b");

  GatewayPeer peer() throws Exception;

  /** Writes down what it hears. */
  private static WatchHearing notes(List<String> heard) {
    return (watch, message) -> {
      heard.add(watch + " " + new String(message, StandardCharsets.UTF_8));
      return new Heard.Heartbeat();
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  default void whatWatchesSayIsHeardInItsOrder() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    List<String> said = new ArrayList<>();
    try (GatewayPeer peer = peer()) {
      peer.open(notes(heard));
      for (int i = 0; i < 20; i++) {
        WatchSerial watch = i % 3 == 0 ? TWO : ONE;
        peer.say(watch, bytes("위치 " + i));
        said.add(watch + " 위치 " + i);
      }
      Waiting.until("all is heard", () -> heard.size() >= said.size());
      assertEquals(said, List.copyOf(heard));
    }
  }

  @Test
  default void whatCouldNotBeKeptIsHeardAgain() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicInteger refusals = new AtomicInteger(2);
    WatchHearing hearing =
        (watch, message) -> {
          notes(heard).hear(watch, message);
          if (refusals.getAndDecrement() > 0) {
            throw new IllegalStateException("the disk is full");
          }
          return new Heard.Sos();
        };
    try (GatewayPeer peer = peer()) {
      peer.open(hearing);
      peer.say(ONE, bytes("a"));
      peer.say(ONE, bytes("b"));
      Waiting.until("both are heard", () -> heard.contains("W-1 b"));
      assertEquals(List.of("W-1 a", "W-1 a", "W-1 a", "W-1 b"), List.copyOf(heard));
    }
  }

  @Test
  default void whatIsRefusedIsNotHeardAgainAndHoldsNothingUp() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    WatchHearing hearing =
        (watch, message) -> {
          notes(heard).hear(watch, message);
          return heard.size() == 1
              ? new Heard.Refused("it is nonsense")
              : heard.size() == 2 ? new Heard.UnknownWatch() : new Heard.UnheldSos();
        };
    try (GatewayPeer peer = peer()) {
      peer.open(hearing);
      for (String text : List.of("a", "b", "c", "d")) {
        peer.say(TWO, bytes(text));
      }
      Waiting.until("the last is heard", () -> heard.contains("W.2_b d"));
      assertEquals(4, heard.size());
    }
  }

  @Test
  default void whatIsSaidWhileNobodyHearsIsHeardLater() throws Exception {
    List<String> before = new CopyOnWriteArrayList<>();
    List<String> after = new CopyOnWriteArrayList<>();
    try (GatewayPeer peer = peer()) {
      peer.open(notes(before));
      peer.say(ONE, bytes("a"));
      Waiting.until("the first is heard", () -> before.contains("W-1 a"));
      peer.shut();
      peer.say(ONE, bytes("b"));
      peer.say(TWO, bytes("c"));
      peer.open(notes(after));
      Waiting.until("the others are heard", () -> after.containsAll(List.of("W-1 b", "W.2_b c")));
      assertEquals(List.of("W-1 a"), List.copyOf(before));
      assertEquals(2, after.size());
    }
  }

  @Test
  default void whatWasInHandWhenTheProcessEndedIsHeardByTheNext() throws Exception {
    List<String> after = new CopyOnWriteArrayList<>();
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    WatchHearing hanging =
        (_, _) -> {
          inHand.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("the process ends", e);
          }
          return new Heard.Heartbeat();
        };
    try (GatewayPeer peer = peer()) {
      peer.open(hanging);
      peer.say(ONE, bytes("a"));
      inHand.await();
      peer.shut();
      peer.open(notes(after));
      Waiting.until("it is heard", () -> after.contains("W-1 a"));
      assertTrue(after.stream().allMatch("W-1 a"::equals), after.toString());
    }
  }
}
