package org.stanj.compiler.check;

import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.Span;

/** Where functions may be called, by their suffixes. */
final class Placement {
  private Placement() {}

  /**
   * Refuses a call that is not allowed where it stands.
   *
   * @param written the name in the program, which may be the unnormalised form
   */
  static void require(Session session, String name, String written, Span span) {
    Surroundings place = session.place();
    if (NameRules.isRandom(name) && !place.allowsRandom()) {
      throw DiagnosticException.of(ErrorCode.RNG_PLACE, span, name);
    }
    if (NameRules.isUnnormalised(written) && !place.allowsUnnormalised()) {
      throw DiagnosticException.of(ErrorCode.UNNORMALISED_PLACE, span, written);
    }
    if (NameRules.isLogProbability(name) && !place.allowsTarget()) {
      logProbability(session, name, span);
    }
    if (NameRules.isJacobian(name) && !place.allowsJacobian()) {
      throw DiagnosticException.of(ErrorCode.JACOBIAN_CALL_PLACE, span, name);
    }
  }

  private static void logProbability(Session session, String name, Span span) {
    if (session.place().region() != Region.TRANSFORMED_PARAMETERS) {
      throw DiagnosticException.of(ErrorCode.LP_PLACE, span, name);
    }
    session.warn(ErrorCode.LP_IN_TRANSFORMED_PARAMETERS, span, name);
  }
}
