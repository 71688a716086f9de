package org.stanj.stdlib.solver;

/**
 * The mode of the latent vector and the linear system there.
 *
 * @param hessian W at the mode
 * @param solver the one that found it
 * @param steps Newton steps
 * @param converged false where the steps did not suffice
 */
record LaplaceMode(
    LatentPoint point,
    BlockDiagonal hessian,
    NewtonSystem system,
    int solver,
    int steps,
    boolean converged) {}
