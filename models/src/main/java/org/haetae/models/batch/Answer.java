package org.haetae.models.batch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.haetae.models.network.Outputs;

/**
 * One question's part of what the network gave, copied, because the asking thread reads it later.
 */
final class Answer implements Outputs {
  private final List<FloatBuffer> values = new ArrayList<>();
  private final List<long[]> shapes = new ArrayList<>();

  static Answer whole(Outputs outputs) {
    return split(outputs, 1).getFirst();
  }

  /** As many equal parts along the first dimension. */
  static List<Answer> split(Outputs outputs, int parts) {
    List<Answer> answers = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      answers.add(new Answer());
    }
    for (int output = 0; output < outputs.count(); output++) {
      FloatBuffer all = outputs.values(output);
      int each = all.remaining() / parts;
      for (int part = 0; part < parts; part++) {
        float[] copy = new float[each];
        all.get(all.position() + part * each, copy);
        long[] shape = outputs.shape(output).clone();
        shape[0] /= parts;
        answers.get(part).values.add(FloatBuffer.wrap(copy));
        answers.get(part).shapes.add(shape);
      }
    }
    return answers;
  }

  @Override
  public int count() {
    return values.size();
  }

  @Override
  public FloatBuffer values(int index) {
    return values.get(index);
  }

  @Override
  public long[] shape(int index) {
    return shapes.get(index);
  }
}
