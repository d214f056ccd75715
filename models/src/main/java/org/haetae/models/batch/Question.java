package org.haetae.models.batch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.haetae.models.network.NetworkException;

/** What one thread asks, and waits for. */
final class Question {
  private final ByteBuffer input;
  private final long[] shape;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /**
   * @param input stays as it is until the answer is there
   */
  Question(ByteBuffer input, long[] shape) {
    this.input = input;
    this.shape = shape;
  }

  ByteBuffer input() {
    return input;
  }

  long[] shape() {
    return shape;
  }

  boolean fits(Question other) {
    return Arrays.equals(shape, other.shape);
  }

  void answer(Answer found) {
    answer.complete(found);
  }

  void refuse(RuntimeException problem) {
    answer.completeExceptionally(problem);
  }

  /**
   * Waits, whatever interrupts: the input may be read until the answer is there.
   *
   * @throws NetworkException when the network refused the input or was closed
   */
  Answer await() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NetworkException(String.valueOf(cause.getMessage()), cause);
    }
  }
}
