package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.library.LibraryKernel;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.Identifier;
import org.stanj.compiler.syntax.UnaryOp;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.UserFunction;

/** Types calls of functions, of the library and of the program. */
final class Calls {
  private final Session session;
  private final Expressions expressions;
  private final Functionals functionals;
  private final Map<String, List<Candidate>> ofLibrary = new HashMap<>();

  Calls(Session session, Expressions expressions) {
    this.session = session;
    this.expressions = expressions;
    this.functionals = new Functionals(session, expressions);
  }

  /** The name of the function that is called. */
  static String name(TypedExpr call) {
    if (call instanceof TypedExpr.UserCall user) {
      return user.function().name();
    }
    return call instanceof TypedExpr.KernelCall kernel ? kernel.kernel().name() : "";
  }

  /** {@code f(a, b)}; the call may have no value. */
  TypedExpr call(Expression.Call node) {
    String name = node.function().name();
    Optional<LibraryKernel> kernel =
        session.place().prelude() ? session.library().kernel(name) : Optional.empty();
    if (kernel.isPresent()) {
      return Kernels.call(kernel.get(), expressions.checkAll(node.arguments()), node.span());
    }
    if (session.options().strict() && NameRules.conditionalSuffix(name).isPresent()) {
      throw DiagnosticException.of(ErrorCode.BAR_MISSING, node.span(), name);
    }
    if (name.equals("if_else") && node.arguments().size() == 3 && !isFunction(name)) {
      return ifElse(node);
    }
    warnOfDeprecated(node.function());
    if (isFunctional(name, node.arguments())) {
      return functionals.call(name, node.arguments(), node.span());
    }
    Optional<TypedExpr> operation = operation(name, node);
    if (operation.isPresent()) {
      return operation.get();
    }
    return plainCall(name, node.arguments(), node.span());
  }

  /** Whether a function is passed, where the program overloads the name. */
  private boolean isFunctional(String name, List<Expression> arguments) {
    boolean passes =
        session.functions().overloads(name).isEmpty()
            || (!arguments.isEmpty()
                && arguments.get(0) instanceof Expression.Variable first
                && session.scopes().find(first.name()).isEmpty());
    return functionals.has(name) && passes;
  }

  /** A call of a functional with the name as written. */
  TypedExpr functional(String written, List<Expression> arguments, Span span) {
    return functionals.call(written, arguments, span);
  }

  /** A call of an operator under its name as a function, unless the program overloads the name. */
  private Optional<TypedExpr> operation(String name, Expression.Call node) {
    List<Expression> operands = node.arguments();
    Optional<BinaryOp> binary = Operators.binaryNamed(name).filter(o -> operands.size() == 2);
    Optional<UnaryOp> unary = Operators.unaryNamed(name).filter(o -> operands.size() == 1);
    boolean overloaded = !session.functions().overloads(name).isEmpty();
    if (overloaded || (binary.isEmpty() && unary.isEmpty())) {
      return Optional.empty();
    }
    TypedExpr first = expressions.check(operands.get(0));
    if (unary.isPresent()) {
      return Optional.of(expressions.unary(unary.get(), first, node.span()));
    }
    BinaryOp operator = binary.orElseThrow();
    TypedExpr second = expressions.check(operands.get(1));
    if (!Operators.alsoByName(operator, first.type(), second.type())) {
      throw DiagnosticException.of(
          ErrorCode.OPERAND_TYPES,
          node.span(),
          name,
          first.type().toString(),
          second.type().toString());
    }
    return Optional.of(expressions.binary(operator, first, second, node.span()));
  }

  private TypedExpr ifElse(Expression.Call node) {
    session.warnOfOldName(node.span(), "if_else", "the operator ?:");
    TypedExpr test = expressions.intValue(node.arguments().get(0), "The condition of if_else");
    TypedExpr yes = expressions.check(node.arguments().get(1));
    TypedExpr no = expressions.check(node.arguments().get(2));
    return Expressions.conditional(test, yes, no, node.span());
  }

  /** {@code f(y | a, b)}. */
  TypedExpr conditionalCall(Expression.ConditionalCall node) {
    String name = node.function().name();
    if (NameRules.conditionalSuffix(name).isEmpty() && !name.endsWith("_log")) {
      throw DiagnosticException.of(ErrorCode.BAR_NOT_ALLOWED, node.span(), name);
    }
    List<Expression> arguments = new ArrayList<>(node.arguments());
    arguments.add(0, node.outcome());
    warnOfDeprecated(node.function());
    if (functionals.has(NameRules.normalised(node.function().name()))) {
      return functionals.call(node.function().name(), arguments, node.span());
    }
    return plainCall(node.function().name(), arguments, node.span());
  }

  /** A function, or a distribution by its density. */
  void warnOfDeprecated(Identifier id) {
    String name = id.name().replaceFirst("_lu?pdf$", "");
    LegacyNames.replacement(name)
        .ifPresent(modern -> session.warn(ErrorCode.DEPRECATED_FUNCTION, id.span(), name, modern));
  }

  private TypedExpr plainCall(String written, List<Expression> arguments, Span span) {
    List<String> names = resolve(written, span);
    names.forEach(name -> Placement.require(session, name, written, span));
    return call(names, written, expressions.checkAll(arguments), span);
  }

  /** The functions' names that a written one means; refuses unknown ones. */
  private List<String> resolve(String written, Span span) {
    String name = NameRules.normalised(written);
    if (exists(name)) {
      requireNotHidden(name, span);
      session
          .library()
          .replacement(name)
          .ifPresent(modern -> session.warnOfOldName(span, name, modern));
      return List.of(name);
    }
    List<String> modern = LegacyNames.modern(name).stream().filter(this::exists).toList();
    if (modern.isEmpty()) {
      throw unknown(name, span);
    }
    session.warnOfOldName(span, name, String.join(" or ", modern));
    return modern;
  }

  /** A variable hides a function of the program, but not one of the library. */
  private void requireNotHidden(String name, Span span) {
    if (session.scopes().find(name).isPresent() && !session.library().contains(name)) {
      throw DiagnosticException.of(ErrorCode.VARIABLE_CALLED, span, name);
    }
  }

  private DiagnosticException unknown(String name, Span span) {
    if (session.scopes().find(name).isPresent()) {
      return DiagnosticException.of(ErrorCode.VARIABLE_CALLED, span, name);
    }
    TreeSet<String> known = new TreeSet<>(session.functions().names());
    known.addAll(Library.stanNames());
    return DiagnosticException.of(
        ErrorCode.UNDECLARED_FUNCTION, span, name, Suggestion.hint(name, known));
  }

  /** Whether a function of the library or of the program has this name. */
  boolean isFunction(String name) {
    return exists(NameRules.normalised(name)) || functionals.has(NameRules.normalised(name));
  }

  boolean exists(String name) {
    return !session.functions().overloads(name).isEmpty() || !ofLibrary(name).isEmpty();
  }

  /** What a call may mean. */
  private List<Candidate> candidates(String name) {
    List<Candidate> candidates = new ArrayList<>(ofLibrary(name));
    for (UserFunction function : session.functions().overloads(name)) {
      candidates.add(new Candidate.FromProgram(function));
    }
    return candidates;
  }

  private List<Candidate> ofLibrary(String name) {
    return ofLibrary.computeIfAbsent(name, n -> readable(session.library().functions(n)));
  }

  private List<Candidate> readable(List<LibraryFunction> functions) {
    List<Candidate> candidates = new ArrayList<>();
    for (LibraryFunction function : functions) {
      boolean visible = session.place().prelude() || !function.internal();
      if (visible && !function.functional()) {
        candidates.add(Candidate.FromLibrary.of(function));
      }
    }
    return candidates;
  }

  private static boolean fits(Candidate candidate, List<StanType> arguments) {
    return candidate.match(arguments) instanceof Match.Fits;
  }

  /** Whether a function of the given name takes the arguments. */
  boolean fits(String name, List<TypedExpr> arguments) {
    List<StanType> types = Types.of(arguments);
    return candidates(name).stream().anyMatch(c -> fits(c, types));
  }

  /**
   * A call of whichever function of the given names fits best.
   *
   * @param written the name in the program, which says whether constants are dropped
   */
  TypedExpr call(List<String> names, String written, List<TypedExpr> arguments, Span span) {
    List<StanType> types = Types.of(arguments);
    List<Candidate> candidates = names.stream().flatMap(n -> candidates(n).stream()).toList();
    Overloads.Choice choice = Overloads.choose(written, candidates, types, span);
    List<TypedExpr> promoted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      promoted.add(Types.promote(arguments.get(i), choice.match().targets().get(i)));
    }
    requireData(choice.candidate(), written, promoted, span);
    if (NameRules.isJacobian(written) && promoted.stream().allMatch(Levels::isData)) {
      session.warn(ErrorCode.JACOBIAN_WITHOUT_PARAMETERS, span, written);
    }
    return build(choice, promoted, NameRules.isUnnormalised(written), span);
  }

  private static TypedExpr build(
      Overloads.Choice choice, List<TypedExpr> arguments, boolean propto, Span span) {
    if (choice.candidate() instanceof Candidate.FromProgram program) {
      return new TypedExpr.UserCall(program.function(), arguments, propto, span);
    }
    LibraryFunction function = ((Candidate.FromLibrary) choice.candidate()).header().function();
    return new TypedExpr.LibraryCall(function, arguments, propto, choice.match().result(), span);
  }

  private void requireData(Candidate candidate, String name, List<TypedExpr> arguments, Span span) {
    if (session.place().region().allData() || session.place().prelude()) {
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (wantsData(candidate, i) && !Levels.isData(arguments.get(i))) {
        throw DiagnosticException.of(
            ErrorCode.DATA_ARGUMENT, span, name, Overloads.ordinal(i), candidate.signature());
      }
    }
  }

  private static boolean wantsData(Candidate candidate, int argument) {
    if (candidate instanceof Candidate.FromProgram program) {
      Symbol parameter = program.function().parameters().get(argument);
      return parameter.dataOnly();
    }
    Header header = ((Candidate.FromLibrary) candidate).header();
    return header.function().mapping().dataOnly() || header.parameters().get(argument).dataOnly();
  }
}
