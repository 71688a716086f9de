package org.stanj.runtime.hmc;

/** Forms of the Euclidean metric, named as on the command line; the first three are CmdStan's. */
public enum MetricForm {
  UNIT_E,
  DIAG_E,
  DENSE_E,
  /** A diagonal, learned from draws and gradients. */
  FISHER_DIAG,
  /** A diagonal with a correction of low rank, learned from draws and gradients. */
  LOW_RANK
}
