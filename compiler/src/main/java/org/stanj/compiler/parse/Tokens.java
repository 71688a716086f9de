package org.stanj.compiler.parse;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.source.SourceFile;

/**
 * The tokens of a program, those of included files in their place.
 *
 * @param list ends with the end-of-file token, which stands where reading stopped
 * @param included the files that were included
 * @param error what stopped the reading, if anything; it counts only if the parser accepts all
 *     tokens before it
 */
record Tokens(List<StanToken> list, List<SourceFile> included, Optional<Diagnostic> error) {}
