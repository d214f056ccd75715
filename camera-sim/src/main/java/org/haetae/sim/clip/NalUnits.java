package org.haetae.sim.clip;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes NAL units out of the wrappings that files use: ISO/IEC 14496-15 (lengths, {@code avcC},
 * {@code hvcC}) and Annex B (start codes).
 */
final class NalUnits {
  private NalUnits() {}

  /**
   * What a track's decoder configuration says.
   *
   * @param lengthBytes bytes of a NAL unit's length; 0 for Annex B
   */
  record Configuration(int lengthBytes, List<byte[]> parameterSets) {}

  /**
   * Reads {@code avcC}, {@code hvcC} or Annex B, whichever it is.
   *
   * @throws ClipException when it is cut off
   */
  static Configuration configuration(Codec codec, byte[] extra) {
    if (extra.length == 0 || extra[0] == 0) {
      return new Configuration(0, annexB(extra));
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(extra);
      return switch (codec) {
        case H264 -> avcC(in);
        case H265 -> hvcC(in);
      };
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new ClipException("the decoder configuration is cut off");
    }
  }

  /** ISO/IEC 14496-15, 5.3.3.1. */
  private static Configuration avcC(ByteBuffer in) {
    List<byte[]> sets = new ArrayList<>();
    in.position(4);
    int lengthBytes = (in.get() & 3) + 1;
    read(in, in.get() & 0x1F, sets);
    read(in, in.get() & 0xFF, sets);
    return new Configuration(lengthBytes, sets);
  }

  /** ISO/IEC 14496-15, 8.3.3.1. */
  private static Configuration hvcC(ByteBuffer in) {
    List<byte[]> sets = new ArrayList<>();
    in.position(21);
    int lengthBytes = (in.get() & 3) + 1;
    int arrays = in.get() & 0xFF;
    for (int i = 0; i < arrays; i++) {
      in.get();
      List<byte[]> found = new ArrayList<>();
      read(in, in.getShort() & 0xFFFF, found);
      found.stream().filter(Codec.H265::isParameterSet).forEach(sets::add);
    }
    return new Configuration(lengthBytes, sets);
  }

  private static void read(ByteBuffer in, int count, List<byte[]> into) {
    for (int i = 0; i < count; i++) {
      byte[] nal = new byte[in.getShort() & 0xFFFF];
      in.get(nal);
      into.add(nal);
    }
  }

  /**
   * The NAL units of a sample.
   *
   * @throws ClipException when a length leads beyond its end
   */
  static List<byte[]> sample(byte[] data, int lengthBytes) {
    if (lengthBytes == 0) {
      return annexB(data);
    }
    List<byte[]> nals = new ArrayList<>();
    int at = 0;
    while (at + lengthBytes <= data.length) {
      long length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = (length << 8) | (data[at++] & 0xFF);
      }
      if (length > data.length - at) {
        throw new ClipException("a picture is cut off");
      }
      if (length > 0) {
        nals.add(Arrays.copyOfRange(data, at, at + (int) length));
      }
      at += (int) length;
    }
    return nals;
  }

  /** H.264 Annex B: units behind 00 00 01, with trailing zeros cut. */
  static List<byte[]> annexB(byte[] data) {
    List<byte[]> nals = new ArrayList<>();
    int begin = -1;
    for (int at = 0; at + 2 < data.length; at++) {
      if (data[at] == 0 && data[at + 1] == 0 && data[at + 2] == 1) {
        addTrimmed(nals, data, begin, at);
        begin = at + 3;
        at += 2;
      }
    }
    addTrimmed(nals, data, begin, data.length);
    return nals;
  }

  private static void addTrimmed(List<byte[]> nals, byte[] data, int begin, int end) {
    int last = end;
    while (begin >= 0 && last > begin && data[last - 1] == 0) {
      last--;
    }
    if (begin >= 0 && last > begin) {
      nals.add(Arrays.copyOfRange(data, begin, last));
    }
  }
}
