package org.stanj.compiler.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.typed.Symbol;

/** What the parts of one check share: the library, the visible names, and where the work stands. */
final class Session {
  private static final String MODEL_SUFFIX = "_model";

  private final Library library;
  private final String modelName;
  private final CheckOptions options;
  private final Consumer<Diagnostic> warnings;
  private final Scopes scopes = new Scopes();
  private final ProgramFunctions functions = new ProgramFunctions();
  private final Set<String> oldNames = new HashSet<>();
  private Surroundings place = Surroundings.block(Region.FUNCTIONS);

  Session(Library library, CheckOptions options, Consumer<Diagnostic> warnings) {
    this.library = library;
    this.options = options;
    String modelName = options.modelName();
    this.modelName = modelName.endsWith(MODEL_SUFFIX) ? modelName : modelName + MODEL_SUFFIX;
    this.warnings = warnings;
  }

  Library library() {
    return library;
  }

  Scopes scopes() {
    return scopes;
  }

  ProgramFunctions functions() {
    return functions;
  }

  Surroundings place() {
    return place;
  }

  void moveTo(Surroundings next) {
    place = next;
  }

  void warn(ErrorCode code, Span span, String... arguments) {
    warnings.accept(Diagnostic.of(code, span, arguments));
  }

  CheckOptions options() {
    return options;
  }

  /** Reports an old name of a function, the first time that it is met; refuses it if strict. */
  void warnOfOldName(Span span, String old, String modern) {
    if (options.strict()) {
      throw DiagnosticException.of(
          ErrorCode.UNDECLARED_FUNCTION, span, old, "\nIt is now written " + modern + ".");
    }
    if (oldNames.add(old)) {
      warn(ErrorCode.OLD_FUNCTION, span, old, modern);
    }
  }

  /** Refuses a name that cannot be given to a variable here; that of a function can. */
  void requireFreeVariable(Identifier id) {
    requireLegal(id);
    scopes
        .find(id.name())
        .ifPresent(
            other -> {
              throw inUse(id, other.span());
            });
  }

  /** Refuses a name that cannot be given to anything. */
  void requireLegal(Identifier id) {
    String name = id.name();
    if (NameRules.isReserved(name)) {
      throw DiagnosticException.of(ErrorCode.RESERVED_WORD, id.span(), name);
    }
    if (name.endsWith("__")) {
      throw DiagnosticException.of(ErrorCode.NAME_ENDS_IN_UNDERSCORES, id.span(), name);
    }
    requireNormalised(id);
    if (name.equals(modelName)) {
      throw DiagnosticException.of(ErrorCode.NAME_OF_MODEL, id.span(), name);
    }
  }

  /** Refuses a name that only a call may have. */
  void requireNormalised(Identifier id) {
    String name = id.name();
    if (NameRules.isUnnormalised(name)) {
      throw DiagnosticException.of(
          ErrorCode.UNNORMALISED_NAME, id.span(), name, NameRules.normalised(name));
    }
  }

  private static DiagnosticException inUse(Identifier id, Span other) {
    return DiagnosticException.of(
        ErrorCode.NAME_IN_USE,
        id.span(),
        id.name(),
        "line " + other.startLine() + ", column " + other.startColumn());
  }

  /** Makes a variable visible after the check that its name is free. */
  void declare(Identifier id, Symbol symbol) {
    requireFreeVariable(id);
    scopes.declare(symbol);
  }
}
