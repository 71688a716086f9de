package org.stanj.compiler.check;

import java.util.List;
import java.util.function.Predicate;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedIndex;

/** Which variables an expression depends on, by the text. */
final class Levels {
  private Levels() {}

  /**
   * Whether the expression is data by Stan's typing rules: ints of variables and functions are,
   * whatever they come from, those of operators only if their operands are.
   */
  static boolean isData(TypedExpr e) {
    return new AllVariables(Symbol::dataOnly, true).holds(e);
  }

  /** Whether no variable of the expression is a parameter or computed from parameters by block. */
  static boolean isSizeOfData(TypedExpr e) {
    return e.accept(new AllVariables(Levels::isBeforeParameters, false));
  }

  /** Whether the expression reads the variable. */
  static boolean mentions(TypedExpr e, Symbol symbol) {
    return !e.accept(new AllVariables(other -> other != symbol, false));
  }

  private static boolean isBeforeParameters(Symbol symbol) {
    return switch (symbol.origin()) {
      case PARAMETERS, TRANSFORMED_PARAMETERS, GENERATED_QUANTITIES -> false;
      default -> true;
    };
  }

  /** Whether all variables of an expression are as wanted. */
  private record AllVariables(Predicate<Symbol> wanted, boolean intsAre)
      implements TypedExpr.Visitor<Boolean> {

    private boolean holds(TypedExpr e) {
      return (intsAre && isIntCall(e)) || e.accept(this);
    }

    private static boolean isIntCall(TypedExpr e) {
      return e.type().isInt()
          && (e instanceof TypedExpr.LibraryCall || e instanceof TypedExpr.UserCall);
    }

    private boolean all(List<TypedExpr> expressions) {
      return expressions.stream().allMatch(this::holds);
    }

    @Override
    public Boolean intConstant(TypedExpr.IntConstant e) {
      return true;
    }

    @Override
    public Boolean realConstant(TypedExpr.RealConstant e) {
      return true;
    }

    @Override
    public Boolean imaginaryConstant(TypedExpr.ImaginaryConstant e) {
      return true;
    }

    @Override
    public Boolean reference(TypedExpr.Reference e) {
      return wanted.test(e.symbol()) || (intsAre && e.type().isInt());
    }

    @Override
    public Boolean promote(TypedExpr.Promote e) {
      return holds(e.value());
    }

    @Override
    public Boolean unary(TypedExpr.Unary e) {
      return holds(e.operand());
    }

    @Override
    public Boolean binary(TypedExpr.Binary e) {
      TypedExpr left = e;
      while (left instanceof TypedExpr.Binary chain) {
        if (!holds(chain.right())) {
          return false;
        }
        left = chain.left();
      }
      return holds(left);
    }

    @Override
    public Boolean conditional(TypedExpr.Conditional e) {
      return holds(e.test()) && holds(e.yes()) && holds(e.no());
    }

    @Override
    public Boolean indexed(TypedExpr.Indexed e) {
      return holds(e.base()) && e.indices().stream().allMatch(this::index);
    }

    private boolean index(TypedIndex index) {
      if (index instanceof TypedIndex.Single single) {
        return holds(single.at());
      }
      if (index instanceof TypedIndex.Multi multi) {
        return holds(multi.at());
      }
      return !(index instanceof TypedIndex.Range range)
          || (range.from().map(this::holds).orElse(true)
              && range.to().map(this::holds).orElse(true));
    }

    @Override
    public Boolean libraryCall(TypedExpr.LibraryCall e) {
      return all(e.arguments());
    }

    @Override
    public Boolean kernelCall(TypedExpr.KernelCall e) {
      return all(e.arguments());
    }

    @Override
    public Boolean userCall(TypedExpr.UserCall e) {
      return all(e.arguments());
    }

    @Override
    public Boolean functionalCall(TypedExpr.FunctionalCall e) {
      return all(e.arguments());
    }

    @Override
    public Boolean arrayLiteral(TypedExpr.ArrayLiteral e) {
      return all(e.elements());
    }

    @Override
    public Boolean rowLiteral(TypedExpr.RowLiteral e) {
      return all(e.elements());
    }

    @Override
    public Boolean tupleLiteral(TypedExpr.TupleLiteral e) {
      return all(e.members());
    }

    @Override
    public Boolean projection(TypedExpr.Projection e) {
      return e.base() instanceof TypedExpr.TupleLiteral tuple
          ? holds(tuple.members().get(e.member()))
          : holds(e.base());
    }

    @Override
    public Boolean target(TypedExpr.Target e) {
      return !intsAre;
    }
  }
}
