package org.haetae.casework.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/** A template as bytes: version 1, quality, dimension, components; big-endian. */
final class FaceBytes {
  private static final byte VERSION = 1;

  private FaceBytes() {}

  /** In the clear; the caller zeroes it after use. */
  static byte[] of(Template template) {
    float[] vector = new float[template.embedding().dimension()];
    template.embedding().copyTo(vector, 0);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(1 + Float.BYTES + Integer.BYTES + size(vector.length)));
    bytes.put(VERSION).putFloat(template.quality()).putInt(vector.length);
    bytes.asFloatBuffer().put(vector);
    Arrays.fill(vector, 0);
    return bytes.array();
  }

  /**
   * @throws IllegalArgumentException where the bytes are no template
   */
  static Template template(byte[] clear, ModelId model) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(clear);
      if (bytes.get() != VERSION) {
        throw new IllegalArgumentException("it was written by a newer version");
      }
      float quality = bytes.getFloat();
      int dimension = bytes.getInt();
      if (dimension < 1 || bytes.remaining() != size(dimension)) {
        throw new IllegalArgumentException("its length is wrong");
      }
      float[] vector = new float[dimension];
      bytes.asFloatBuffer().get(vector);
      try {
        return new Template(Embedding.normalised(vector), quality, model);
      } finally {
        Arrays.fill(vector, 0);
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("it is cut short", e);
    }
  }

  /**
   * What a sealed template is bound to, so that no row can stand for another: each text with its
   * length before it.
   */
  static byte[] label(OrderId order, RespondentId respondent, ModelId model) {
    byte[][] texts =
        Arrays.stream(
                new String[] {
                  "haetae template",
                  order.value(),
                  respondent.value(),
                  model.name(),
                  model.version()
                })
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    int length = Arrays.stream(texts).mapToInt(text -> Integer.BYTES + text.length).sum();
    ByteBuffer label = ByteBuffer.allocate(length);
    for (byte[] text : texts) {
      label.putInt(text.length).put(text);
    }
    return label.array();
  }

  private static long size(int dimension) {
    return (long) dimension * Float.BYTES;
  }
}
