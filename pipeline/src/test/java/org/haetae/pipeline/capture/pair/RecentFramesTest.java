package org.haetae.pipeline.capture.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecentFramesTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final RecentFrames recent = new RecentFrames();
  private final AtomicInteger alive = new AtomicInteger();

  private static Instant picture(int number) {
    return NOON.plusMillis(number * 1000L / 15);
  }

  private void put(int number) throws InterruptedException {
    recent.put(new CountedFrame(picture(number), alive));
  }

  @AfterEach
  void everythingIsGivenBackOnce() {
    recent.close();
    assertEquals(0, alive.get());
  }

  @Test
  void findsThePictureOfTheMoment() throws InterruptedException {
    put(0);
    put(1);
    put(2);
    SharedFrame found = recent.at(picture(1).plusMillis(20), AT_ONCE);
    assertEquals(picture(1), found == null ? null : found.frame().capturedAt());
    if (found != null) {
      found.release();
    }
  }

  @Test
  void twoMomentsAreNotOne() throws InterruptedException {
    put(0);
    assertNull(recent.at(picture(2), AT_ONCE));
  }

  @Test
  void waitsForAPictureThatIsOnItsWay() throws InterruptedException {
    Thread putter =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    put(7);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    SharedFrame found = recent.at(picture(7), Duration.ofSeconds(20));
    assertEquals(picture(7), found == null ? null : found.frame().capturedAt());
    if (found != null) {
      found.release();
    }
    putter.join();
  }

  @Test
  void aHolderKeepsItsPictureWhenItHasLeft() throws InterruptedException {
    put(0);
    SharedFrame held = recent.at(picture(0), AT_ONCE);
    for (int i = 1; i < 10; i++) {
      put(i);
      SharedFrame next = recent.at(picture(i), AT_ONCE);
      if (next != null) {
        next.release();
      }
    }
    assertTrue(held != null && !((CountedFrame) held.frame()).released());
    held.release();
    assertTrue(((CountedFrame) held.frame()).released());
  }

  @Test
  void howeverTheyMeetEveryPictureIsGivenBackOnce() throws InterruptedException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<SharedFrame> held = new ArrayList<>();
    int asked = 0;
    for (int i = 0; i < 60; i++) {
      put(i);
      if (random.nextInt(3) > 0) {
        asked = Math.max(asked, i - random.nextInt(5));
        SharedFrame found = recent.at(picture(asked), AT_ONCE);
        if (found != null) {
          held.add(found);
        }
      }
      if (!held.isEmpty() && random.nextBoolean()) {
        held.remove(random.nextInt(held.size())).release();
      }
    }
    held.forEach(SharedFrame::release);
  }

  /** Counts that it is released once. */
  private static final class CountedFrame implements Frame {
    private final Instant at;
    private final AtomicInteger alive;
    private final AtomicInteger releases = new AtomicInteger();

    CountedFrame(Instant at, AtomicInteger alive) {
      this.at = at;
      this.alive = alive;
      alive.incrementAndGet();
    }

    boolean released() {
      return releases.get() == 1;
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public int height() {
      return 1;
    }

    @Override
    public void read(Region region, int width, int height, PlanarRgb target) {
      throw new UnsupportedOperationException("nobody looks at it");
    }

    @Override
    public Instant capturedAt() {
      return at;
    }

    @Override
    public double mediaSeconds() {
      return 0;
    }

    @Override
    public long index() {
      return 0;
    }

    @Override
    public void release() {
      assertEquals(1, releases.incrementAndGet());
      alive.decrementAndGet();
    }
  }
}
