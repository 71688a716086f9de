package org.stanj.runtime.hmc;

/** Forms of the Euclidean metric, named as on CmdStan's command line. */
public enum MetricForm {
  UNIT_E,
  DIAG_E,
  DENSE_E
}
