package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.StanType;

/** The header of a library function, ready for matching. */
record Header(LibraryFunction function, List<Pattern> parameters) {
  private static final String LIKE = "like ";

  /** A result that is a vector if an argument is a container, else a real. */
  private static final String BROADCAST = "reals";

  static Header of(LibraryFunction function) {
    return new Header(
        function, function.parameters().stream().map(p -> Pattern.of(p.type())).toList());
  }

  String signature() {
    String types = String.join(", ", parameters.stream().map(Pattern::description).toList());
    String mapped = function.elementwise() ? ", elementwise on containers" : "";
    return "(" + types + ") => " + function.result() + mapped;
  }

  Match match(List<StanType> arguments) {
    if (arguments.size() != parameters.size()) {
      return new Match.WrongCount(parameters.size());
    }
    int depth = function.mapping().depth().orElse(Integer.MAX_VALUE);
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).arrays() > depth) {
        return new Match.Misfit(i, parameters.get(i).description());
      }
    }
    if (function.elementwise()) {
      return Elementwise.match(this, arguments);
    }
    return function.transform() ? matchTransform(arguments) : matchPatterns(arguments);
  }

  /** A transform also takes an array, of any depth, of what it transforms. */
  private Match matchTransform(List<StanType> arguments) {
    int arrays = arguments.get(0).arrays();
    List<StanType> single = new ArrayList<>(arguments);
    single.set(0, StanType.arrayOf(arguments.get(0), -arrays));
    if (!(matchPatterns(single) instanceof Match.Fits fits)) {
      return matchPatterns(arguments);
    }
    List<StanType> targets = new ArrayList<>(fits.targets());
    targets.set(0, StanType.arrayOf(targets.get(0), arrays));
    return new Match.Fits(fits.cost(), targets, StanType.arrayOf(fits.result(), arrays));
  }

  private Match matchPatterns(List<StanType> arguments) {
    Map<String, StanType> variables = new HashMap<>();
    int total = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Pattern pattern = parameters.get(i);
      int cost = cost(pattern, arguments.get(i));
      if (cost == Types.IMPOSSIBLE || !bind(pattern, arguments.get(i), variables)) {
        return new Match.Misfit(i, expected(pattern, variables));
      }
      total += cost;
    }
    List<StanType> targets = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Pattern pattern = parameters.get(i);
      StanType argument = arguments.get(i);
      StanType target = pattern.keepsType() ? argument : value(pattern, variables);
      total += pattern.kind() == Pattern.Kind.VARIABLE ? Types.promotionCost(argument, target) : 0;
      targets.add(target);
    }
    return new Match.Fits(total, targets, result(arguments, variables));
  }

  /** Generators have signatures of their own for ints. */
  private int cost(Pattern pattern, StanType argument) {
    int cost = pattern.cost(argument);
    boolean own = function.generator() && pattern.kind() == Pattern.Kind.SCALARS;
    return own && cost > 0 ? 0 : cost;
  }

  /** Widens the type variable of a pattern so that the argument fits, if that is possible. */
  private static boolean bind(Pattern pattern, StanType argument, Map<String, StanType> variables) {
    if (pattern.kind() != Pattern.Kind.VARIABLE) {
      return true;
    }
    StanType element = StanType.arrayOf(argument, -pattern.type().arrays());
    StanType known = variables.getOrDefault(pattern.variable(), element);
    Optional<StanType> common = Types.common(known, element);
    common.ifPresent(type -> variables.put(pattern.variable(), type));
    return common.isPresent();
  }

  private static String expected(Pattern pattern, Map<String, StanType> variables) {
    return variables.containsKey(pattern.variable())
        ? value(pattern, variables).toString()
        : pattern.description();
  }

  private static StanType value(Pattern pattern, Map<String, StanType> variables) {
    if (pattern.kind() != Pattern.Kind.VARIABLE) {
      return pattern.type();
    }
    return StanType.arrayOf(
        variables.getOrDefault(pattern.variable(), StanType.REAL), pattern.type().arrays());
  }

  private StanType result(List<StanType> arguments, Map<String, StanType> variables) {
    if (function.result().startsWith(LIKE)) {
      String model = function.result().substring(LIKE.length());
      for (int i = 0; i < arguments.size(); i++) {
        if (function.parameters().get(i).name().equals(model)) {
          return Types.real(arguments.get(i));
        }
      }
    }
    boolean several = arguments.stream().anyMatch(type -> type.rank() > 0);
    if (function.result().equals(BROADCAST)) {
      return several ? StanType.VECTOR : StanType.REAL;
    }
    StanType result = value(Pattern.of(function.result()), variables);
    return several && function.generator() ? StanType.arrayOf(result, 1) : result;
  }
}
