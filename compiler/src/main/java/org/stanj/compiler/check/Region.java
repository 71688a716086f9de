package org.stanj.compiler.check;

import org.stanj.compiler.typed.Symbol;

/** The parts of a program that differ in what they allow. */
enum Region {
  FUNCTIONS(Symbol.Origin.ARGUMENT),
  DATA(Symbol.Origin.DATA),
  TRANSFORMED_DATA(Symbol.Origin.TRANSFORMED_DATA),
  PARAMETERS(Symbol.Origin.PARAMETERS),
  TRANSFORMED_PARAMETERS(Symbol.Origin.TRANSFORMED_PARAMETERS),
  MODEL(Symbol.Origin.LOCAL),
  GENERATED_QUANTITIES(Symbol.Origin.GENERATED_QUANTITIES);

  private final Symbol.Origin origin;

  Region(Symbol.Origin origin) {
    this.origin = origin;
  }

  /** The origin of what is declared at the top of the region. */
  Symbol.Origin origin() {
    return origin;
  }

  /** Whether every value in the region is data by Stan's typing rules. */
  boolean allData() {
    return this == DATA || this == TRANSFORMED_DATA || this == GENERATED_QUANTITIES;
  }
}
