package org.haetae.casework.office;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that a person does, told to the plain model and to the real desks.
 *
 * @param foreseen whether the model knows if a rule forbids it; else it only must not break
 *     anything
 * @param mustName what the message must contain if it is refused
 */
record Command(
    String words,
    boolean foreseen,
    Consumer<PlainOffice> plain,
    Function<PlainOffice, Optional<String>> mustName,
    Consumer<Desks> real) {

  static Command of(String words, Consumer<PlainOffice> plain, Consumer<Desks> real) {
    return new Command(words, true, plain, _ -> Optional.empty(), real);
  }

  static Command unforeseen(String words, Consumer<Desks> real) {
    return new Command(words, false, _ -> {}, _ -> Optional.empty(), real);
  }

  Command naming(Function<PlainOffice, Optional<String>> what) {
    return new Command(words, foreseen, plain, what, real);
  }
}
