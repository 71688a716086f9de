package org.stanj.compiler.library;

import org.stanj.compiler.core.KernelMethod;

/**
 * A kernel that prelude bodies may call.
 *
 * @param name as called in bodies: {@code LinearAlgebra_cholesky}
 */
public record LibraryKernel(String name, KernelMethod method) {}
