/**
 * Compiled models under real MPI launchers. In: the runtime jar that the build has packaged, and
 * {@code mpiexec} of Open MPI and MPICH as far as they are installed ({@code scripts/mpi.sh}
 * installs them); what is absent is left out, visibly. Start at {@link org.stanj.mpi.RanksTest}.
 */
@NullMarked
package org.stanj.mpi;

import org.jspecify.annotations.NullMarked;
