package org.stanj.runtime.hmc;

import org.stanj.stdlib.abi.RejectException;

/** Is told of points that the program rejected on the way of a trajectory. */
@FunctionalInterface
public interface ProposalLog {
  /** The trajectory ends here as if the density were zero. */
  void rejected(RejectException reason);
}
