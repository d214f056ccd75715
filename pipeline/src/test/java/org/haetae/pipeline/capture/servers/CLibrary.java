package org.haetae.pipeline.capture.servers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Functions of a C library and of those that it depends on, called by name. A Long is a pointer, a
 * flag word or a GType, an Integer an int, a String is copied and never freed: for programs that
 * end soon.
 */
final class CLibrary {
  private final SymbolLookup symbols;

  private CLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /** Loads it; empty when this machine has none. */
  static Optional<CLibrary> load(String file) {
    try {
      return Optional.of(new CLibrary(SymbolLookup.libraryLookup(file, Arena.global())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Calls a function; what comes back is only as wide as the function says. */
  long call(String function, Object... arguments) {
    return call(function, arguments, new Linker.Option[0]);
  }

  /** Calls a function whose arguments after the first {@code fixed} are variadic. */
  long callVariadic(String function, int fixed, Object... arguments) {
    return call(function, arguments, Linker.Option.firstVariadicArg(fixed));
  }

  private static long string(String value) {
    return Arena.global().allocateFrom(value).address();
  }

  /** A {@code char *argv[]}. */
  static long strings(List<String> values) {
    MemorySegment array = Arena.global().allocate(ADDRESS, values.size());
    for (int i = 0; i < values.size(); i++) {
      array.setAtIndex(ADDRESS, i, Arena.global().allocateFrom(values.get(i)));
    }
    return array.address();
  }

  private long call(String function, Object[] arguments, Linker.Option... options) {
    MemorySegment address =
        symbols.find(function).orElseThrow(() -> new IllegalStateException("no " + function));
    MemoryLayout[] layouts =
        Arrays.stream(arguments)
            .map(value -> value instanceof Integer ? JAVA_INT : JAVA_LONG)
            .toArray(MemoryLayout[]::new);
    Object[] values =
        Arrays.stream(arguments)
            .map(value -> value instanceof String text ? string(text) : value)
            .toArray();
    try {
      return (long)
          Linker.nativeLinker()
              .downcallHandle(address, FunctionDescriptor.of(JAVA_LONG, layouts), options)
              .invokeWithArguments(values);
    } catch (Throwable e) {
      throw new IllegalStateException(function, e);
    }
  }
}
