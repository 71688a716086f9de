package org.stanj.runtime.model;

/**
 * A setting of CmdStan's makefile; a program tells in its {@code info} which ones were asked for.
 */
public enum BuildSetting {
  /** The run may take several threads. */
  THREADS,
  /** The program may run in several processes of MPI. */
  MPI,
  /** Asks for no checks of indexes and sizes; they are made all the same. */
  NO_RANGE_CHECKS,
  /** Asks for more of the C++ compiler; there is none here, so nothing changes. */
  CPP_OPTIMS;

  /** As in the makefile, e.g. {@code STAN_THREADS}. */
  public String makeName() {
    return "STAN_" + name();
  }
}
