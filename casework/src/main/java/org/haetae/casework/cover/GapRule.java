package org.haetae.casework.cover;

import java.util.function.Consumer;

/** Finds one family of gaps. Pure: the same question gives the same answer. */
interface GapRule {
  void find(Covered who, World world, Now now, Consumer<Gap> found);
}
