package org.haetae.models.djl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import org.haetae.models.Home;
import org.haetae.models.weights.ModelName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a source network answered to a picture that integer arithmetic redraws. */
final class Reference {
  private final JsonNode model;
  private final FloatBuffer values;

  private Reference(JsonNode model, FloatBuffer values) {
    this.model = model;
    this.values = values;
  }

  static Reference of(ModelName name) throws IOException {
    JsonNode document =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(Home.reference().resolve("reference.json")));
    for (JsonNode model : document.get("models")) {
      if (model.get("id").asString().equals(name.id())) {
        byte[] values =
            Files.readAllBytes(Home.reference().resolve(model.get("values").asString()));
        return new Reference(
            model, ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
      }
    }
    throw new IOException("no reference of " + name);
  }

  long[] shape() {
    return longs(model.get("input"));
  }

  int outputs() {
    return model.get("outputs").size();
  }

  long[] outputShape(int output) {
    return longs(model.get("outputs").get(output).get("shape"));
  }

  double sumOfSquares(int output) {
    return model.get("outputs").get(output).get("sumOfSquares").asDouble();
  }

  /** Cosine of the picked values of an output to those of the source network. */
  double cosine(int output, FloatBuffer answer) {
    int at = 0;
    for (int earlier = 0; earlier < output; earlier++) {
      at += model.get("outputs").get(earlier).get("indices").size();
    }
    double dot = 0;
    double own = 0;
    double theirs = 0;
    for (JsonNode index : model.get("outputs").get(output).get("indices")) {
      double a = answer.get(index.asInt());
      double b = values.get(at++);
      dot += a * b;
      own += a * a;
      theirs += b * b;
    }
    return dot / Math.sqrt(own * theirs);
  }

  /** The input as the formula in reference.json says. */
  ByteBuffer input() {
    int width = (int) shape()[3];
    int height = (int) shape()[2];
    boolean scaled = !model.get("scaling").asString().equals("value");
    ByteBuffer input =
        ByteBuffer.allocateDirect(3 * width * height * Float.BYTES).order(ByteOrder.nativeOrder());
    long sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int value = painted(c, x, y);
          sum += value;
          input.putFloat(scaled ? (value - 127.5f) / 128 : value);
        }
      }
    }
    if (sum != model.get("inputSum").asLong()) {
      throw new IllegalStateException("the input is not the one of the reference: sum " + sum);
    }
    return input.flip();
  }

  private int painted(int c, int x, int y) {
    int folded = (x * 3 + y * 2 + c * 85 + ((x * y) >> 6)) & 511;
    int value = folded < 256 ? folded : 511 - folded;
    for (JsonNode ellipse : model.get("ellipses")) {
      long dx = x - ellipse.get(0).asLong();
      long dy = y - ellipse.get(1).asLong();
      long rx = ellipse.get(2).asLong();
      long ry = ellipse.get(3).asLong();
      if (dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry) {
        value = ellipse.get(4).get(c).asInt();
      }
    }
    return value;
  }

  private static long[] longs(JsonNode array) {
    long[] longs = new long[array.size()];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = array.get(i).asLong();
    }
    return longs;
  }
}
