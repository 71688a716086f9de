package org.stanj.compiler.info;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.FunctionDefinition;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.Rewrite;
import org.stanj.compiler.syntax.Statement;

/**
 * The names of the library functions that a program calls.
 *
 * @param functions all but densities and distribution functions
 * @param distributions densities and distribution functions; those of distribution statements are
 *     the unnormalised ones
 */
record CalledNames(SortedSet<String> functions, SortedSet<String> distributions) {
  private static final List<String> SUFFIXES =
      List.of("_lpdf", "_lpmf", "_lupdf", "_lupmf", "_cdf", "_lcdf", "_lccdf");

  static CalledNames of(Program program, Library library) {
    CalledNames names = new CalledNames(new TreeSet<>(), new TreeSet<>());
    List<String> own =
        program.functions().stream().map(FunctionDefinition::name).map(n -> n.name()).toList();
    Collector collector = names.new Collector(own, library);
    new Rewrite(collector::expression, e -> e, collector::statement).of(program);
    return names;
  }

  /** Adds the names that each expression and statement uses. */
  private final class Collector {
    private final List<String> own;
    private final Library library;

    Collector(List<String> own, Library library) {
      this.own = own;
      this.library = library;
    }

    Expression expression(Expression expression) {
      if (expression instanceof Expression.Call call) {
        add(call.function().name());
      } else if (expression instanceof Expression.ConditionalCall call) {
        add(call.function().name());
      }
      return expression;
    }

    Statement statement(Statement statement) {
      if (statement instanceof Statement.Distribution sampled) {
        distribution(sampled.distribution().name());
      } else if (statement instanceof Statement.Print) {
        functions.add("print");
      } else if (statement instanceof Statement.Reject) {
        functions.add("reject");
      } else if (statement instanceof Statement.FatalError) {
        functions.add("fatal_error");
      }
      return statement;
    }

    private void add(String name) {
      if (own.contains(name.replace("_lupdf", "_lpdf").replace("_lupmf", "_lpmf"))) {
        return;
      }
      boolean distribution = SUFFIXES.stream().anyMatch(name::endsWith);
      (distribution ? distributions : functions).add(name);
    }

    private void distribution(String name) {
      if (own.contains(name + "_lpdf") || own.contains(name + "_lpmf")) {
        return;
      }
      boolean mass = library.contains(name + "_lpmf") || Library.isNameInStan(name + "_lpmf");
      distributions.add(name + (mass ? "_lupmf" : "_lupdf"));
    }
  }
}
