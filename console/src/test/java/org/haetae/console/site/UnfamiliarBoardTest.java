package org.haetae.console.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;

class UnfamiliarBoardTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final UnfamiliarBoard board = new UnfamiliarBoard(time::get);

  private static UnfamiliarFace face(int number) {
    return new UnfamiliarFace(
        new UUID(0, number),
        new PlaceId("home"),
        new CameraId("door"),
        number,
        NOW.plusSeconds(number),
        new FaceCrop(new byte[3]));
  }

  @Test
  void aFaceIsGoneAfterTenMinutes() {
    board.add(face(0));
    board.add(face(60));
    assertEquals(2, board.newest().size());
    time.set(NOW.plus(UnfamiliarBoard.KEPT).plusSeconds(1));
    assertEquals(List.of(face(60).id()), board.newest().stream().map(UnfamiliarFace::id).toList());
    assertTrue(board.find(face(0).id()).isEmpty());
    time.set(NOW.plus(Duration.ofMinutes(12)));
    assertTrue(board.newest().isEmpty());
  }

  @Test
  void whoWasLookedAtIsGoneAtOnce() {
    board.add(face(1));
    assertTrue(board.find(face(1).id()).isPresent());
    assertTrue(board.dismiss(face(1).id()));
    assertFalse(board.dismiss(face(1).id()));
    assertTrue(board.newest().isEmpty());
  }

  @Test
  void theOldestOfTooManyGoes() {
    for (int i = 0; i < 30; i++) {
      board.add(face(i));
    }
    assertEquals(20, board.newest().size());
    assertEquals(face(29).id(), board.newest().getFirst().id());
  }
}
