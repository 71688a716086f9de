package org.stanj.runtime.model;

/**
 * What a compiled program says of itself.
 *
 * @param name as in the CSV head, e.g. {@code eight_schools_model}
 * @param stancFlags the flags it was compiled with, e.g. {@code --filename-in-msg=m.stan}
 * @param threads whether {@code STAN_THREADS} was asked for at build time
 * @param mpi whether {@code STAN_MPI} was asked for at build time
 * @param generatesQuantities whether the program has generated quantities
 */
public record ModelInfo(
    String name, String stancFlags, boolean threads, boolean mpi, boolean generatesQuantities) {}
