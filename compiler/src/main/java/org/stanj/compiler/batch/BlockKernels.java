package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.KernelMethod;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;

/** The kernels that {@code stdlib.lanes} runs for a block at once. */
final class BlockKernels {
  private static final String OWNER = "org/stanj/stdlib/linalg/Reductions";
  private static final String BLOCKS = "org/stanj/stdlib/lanes/BlockReductions";
  private static final Set<String> KNOWN = Set.of("logSumExp", "logSumExpSaving", "logSumExpSaved");

  /** Reals of each iteration that those with a result have room for. */
  private static final int ROOM = 2;

  private static final String CHECKS_OWNER = "org/stanj/stdlib/check/Checks";
  private static final String CHECKS = "org/stanj/stdlib/lanes/BlockChecks";
  private static final Set<String> KNOWN_CHECKS = Set.of("simplex");

  private BlockKernels() {}

  /** Whether the statement is a kernel that blocks have. */
  static boolean isKnown(Stmt s) {
    return s instanceof Stmt.Kernel k
        && (isCheck(k) || (k.method().owner().equals(OWNER) && KNOWN.contains(k.method().method())))
        && k.arguments().stream().noneMatch(Operand.Absent.class::isInstance);
  }

  /** Whether the kernel is a check: of a block it says whether one of the iterations fails. */
  static boolean isCheck(Stmt.Kernel k) {
    return k.method().owner().equals(CHECKS_OWNER) && KNOWN_CHECKS.contains(k.method().method());
  }

  /** Reals of each iteration that the kernel needs for itself. */
  static int room(Stmt.Kernel k) {
    return k.result().isPresent() ? ROOM : 0;
  }

  /**
   * The check of a block: containers, each with the iterations side by side, then room, then the
   * distance of neighbouring elements. The result is 0 if no iteration fails.
   */
  static KernelMethod check(Stmt.Kernel k) {
    List<KernelMethod.Parameter> parameters = new ArrayList<>();
    for (KernelMethod.Parameter p : k.method().parameters()) {
      if (p.mode() == KernelMethod.Mode.IN) {
        parameters.add(new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.IN));
      }
    }
    parameters.add(new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.OUT));
    parameters.add(new KernelMethod.Parameter(CoreType.INT, KernelMethod.Mode.IN));
    return new KernelMethod(
        CHECKS, k.method().method(), parameters, Optional.of(CoreType.INT), false, false);
  }

  /**
   * The kernel of a block: containers, each with the iterations side by side, then what has the
   * results, then room, then the distance of neighbouring elements.
   */
  static KernelMethod block(Stmt.Kernel k) {
    List<KernelMethod.Parameter> parameters = new ArrayList<>();
    for (KernelMethod.Parameter p : k.method().parameters()) {
      boolean in = p.mode() == KernelMethod.Mode.IN;
      parameters.add(
          new KernelMethod.Parameter(
              CoreType.REALS, in ? KernelMethod.Mode.IN : KernelMethod.Mode.OUT));
    }
    if (k.result().isPresent()) {
      parameters.add(new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.OUT));
      parameters.add(new KernelMethod.Parameter(CoreType.REALS, KernelMethod.Mode.OUT));
    }
    parameters.add(new KernelMethod.Parameter(CoreType.INT, KernelMethod.Mode.IN));
    return new KernelMethod(
        BLOCKS, k.method().method(), parameters, Optional.empty(), false, false);
  }
}
