package org.stanj.compiler.check;

import org.stanj.compiler.typed.StanType;

/**
 * Where a statement or expression stands, which decides what it may do.
 *
 * @param function name of the function whose body it is; empty in blocks
 * @param result what that function returns
 * @param prelude whether it is the body of a library function
 * @param size whether it is the size in a declaration at the top of a block
 */
record Surroundings(
    Region region, String function, StanType result, boolean prelude, boolean size) {

  static Surroundings block(Region region) {
    return new Surroundings(region, "", StanType.VOID, false, false);
  }

  static Surroundings body(String function, StanType result, boolean prelude) {
    return new Surroundings(Region.FUNCTIONS, function, result, prelude, false);
  }

  Surroundings inSize() {
    return new Surroundings(region, function, result, prelude, true);
  }

  boolean inFunction() {
    return region == Region.FUNCTIONS;
  }

  boolean allowsTarget() {
    return region == Region.MODEL || function.endsWith("_lp");
  }

  /** Whether {@code target()} may be read. */
  boolean allowsReadingTarget() {
    return allowsTarget() || region == Region.TRANSFORMED_PARAMETERS;
  }

  boolean allowsJacobian() {
    return region == Region.TRANSFORMED_PARAMETERS || function.endsWith("_jacobian");
  }

  boolean allowsRandom() {
    return function.endsWith("_rng")
        || (!size && (region == Region.TRANSFORMED_DATA || region == Region.GENERATED_QUANTITIES));
  }

  boolean allowsUnnormalised() {
    return region == Region.MODEL || NameRules.isDensity(function);
  }
}
