package org.stanj.compiler.check;

import java.util.List;
import org.stanj.compiler.typed.StanType;

/** How the arguments of a call meet one signature. */
sealed interface Match {
  /** How arguments meet parameters of fixed types. */
  static Match of(List<StanType> arguments, List<StanType> parameters, StanType result) {
    if (arguments.size() != parameters.size()) {
      return new WrongCount(parameters.size());
    }
    int total = 0;
    for (int i = 0; i < arguments.size(); i++) {
      int cost = Types.promotionCost(arguments.get(i), parameters.get(i));
      if (cost == Types.IMPOSSIBLE) {
        return new Misfit(i, parameters.get(i).toString());
      }
      total += cost;
    }
    return new Fits(total, parameters, result);
  }

  /**
   * The arguments fit.
   *
   * @param cost of the promotions
   * @param targets the type that each argument is promoted to; its own where the callee copes
   */
  record Fits(int cost, List<StanType> targets, StanType result) implements Match {}

  /**
   * One argument does not fit.
   *
   * @param argument from 0
   */
  record Misfit(int argument, String expected) implements Match {}

  /** The number of arguments is another. */
  record WrongCount(int expected) implements Match {}
}
