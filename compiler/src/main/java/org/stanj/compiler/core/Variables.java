package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Compound.For;
import org.stanj.compiler.core.Stmt.Accumulate;
import org.stanj.compiler.core.Stmt.Assign;
import org.stanj.compiler.core.Stmt.Call;
import org.stanj.compiler.core.Stmt.Copy;
import org.stanj.compiler.core.Stmt.Declare;
import org.stanj.compiler.core.Stmt.FillAll;
import org.stanj.compiler.core.Stmt.Increment;
import org.stanj.compiler.core.Stmt.Kernel;
import org.stanj.compiler.core.Stmt.ParallelSum;
import org.stanj.compiler.core.Stmt.Pop;
import org.stanj.compiler.core.Stmt.PopContainer;
import org.stanj.compiler.core.Stmt.Print;
import org.stanj.compiler.core.Stmt.PushContainer;
import org.stanj.compiler.core.Stmt.ReadData;
import org.stanj.compiler.core.Stmt.Reject;
import org.stanj.compiler.core.Stmt.Return;
import org.stanj.compiler.core.Stmt.Store;
import org.stanj.compiler.core.Stmt.View;

/** Which variables a statement makes, writes and reads, and renaming them. */
public final class Variables {
  private Variables() {}

  /** Variables that the statement itself (not its bodies) gives a value or makes. */
  public static List<Var> defined(Stmt s) {
    if (s instanceof Declare d) {
      return List.of(d.variable());
    } else if (s instanceof Assign a) {
      return List.of(a.variable());
    } else if (s instanceof Increment i) {
      return List.of(i.variable());
    } else if (s instanceof View v) {
      return List.of(v.variable());
    } else if (s instanceof For f) {
      return List.of(f.index());
    } else if (s instanceof Call c) {
      return c.result().map(List::of).orElse(List.of());
    } else if (s instanceof Kernel k) {
      return k.result().map(List::of).orElse(List.of());
    } else if (s instanceof Pop p) {
      return List.of(p.variable());
    } else if (s instanceof PopContainer p) {
      return List.of(p.variable());
    } else if (s instanceof ReadData r) {
      return List.of(r.variable());
    } else if (s instanceof ParallelSum p) {
      return List.of(p.result());
    }
    return List.of();
  }

  /** Containers whose elements the statement itself changes. */
  public static List<Var> elementsWritten(Stmt s) {
    if (s instanceof Store t) {
      return List.of(t.container());
    } else if (s instanceof Accumulate a) {
      return List.of(a.container());
    } else if (s instanceof Copy c) {
      return List.of(c.to());
    } else if (s instanceof FillAll f) {
      return List.of(f.container());
    } else if (s instanceof Declare d && d.fill() != Stmt.Fill.NONE) {
      return List.of(d.variable());
    } else if (s instanceof ReadData r && !r.variable().isScalar()) {
      return List.of(r.variable());
    } else if (s instanceof ParallelSum p) {
      return p.adjoint().map(List::of).orElse(List.of());
    } else if (s instanceof Kernel k) {
      return kernelOutputs(k);
    }
    return List.of();
  }

  private static List<Var> kernelOutputs(Kernel k) {
    List<Var> outputs = new ArrayList<>();
    for (int i = 0; i < k.arguments().size(); i++) {
      KernelMethod.Mode mode = k.method().parameters().get(i).mode();
      boolean written = mode == KernelMethod.Mode.OUT || mode == KernelMethod.Mode.ADJOINT;
      if (written && k.arguments().get(i) instanceof Operand.Container c) {
        outputs.add(c.variable());
      }
    }
    return outputs;
  }

  /** Containers whose elements (or sizes) the statement itself reads other than by expressions. */
  public static List<Var> containersRead(Stmt s) {
    List<Var> read = new ArrayList<>();
    if (s instanceof Copy c) {
      read.add(c.from());
    } else if (s instanceof View v) {
      read.add(v.of());
    } else if (s instanceof PushContainer p) {
      read.add(p.variable());
    } else if (s instanceof ParallelSum p) {
      read.addAll(List.of(p.active(), p.passive(), p.ints()));
    } else {
      containers(operands(s), read);
    }
    return read;
  }

  /** Names of the core functions that the statement itself runs. */
  public static List<String> functionsCalled(Stmt s) {
    if (s instanceof Call c) {
      return List.of(c.function());
    }
    List<String> called = new ArrayList<>();
    if (s instanceof Kernel k) {
      for (Operand operand : k.arguments()) {
        if (operand instanceof Operand.Function f) {
          called.add(f.function());
        }
      }
    }
    return called;
  }

  /** The operands of a call, kernel, message or return. */
  public static List<Operand> operands(Stmt s) {
    if (s instanceof Call c) {
      return c.arguments();
    } else if (s instanceof Kernel k) {
      return k.arguments();
    } else if (s instanceof Reject r) {
      return r.parts();
    } else if (s instanceof Print p) {
      return p.parts();
    } else if (s instanceof Return r) {
      return r.value().map(List::of).orElse(List.of());
    }
    return List.of();
  }

  private static void containers(List<Operand> operands, List<Var> into) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Container c) {
        into.add(c.variable());
      }
    }
  }

  /** Variables that occur in an expression. */
  public static Set<Var> in(Expr e) {
    Set<Var> found = new HashSet<>();
    forEach(e, found::add);
    return found;
  }

  /** Visits the variables in an expression, one as often as it occurs. */
  public static void forEach(Expr e, Consumer<Var> f) {
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            f.accept(r.variable());
          } else if (x instanceof Expr.Load l) {
            f.accept(l.container());
          } else if (x instanceof Expr.Dim d) {
            f.accept(d.container());
          }
        });
  }

  /** Renames the variables of an expression. */
  public static Expr rename(Expr e, UnaryOperator<Var> f) {
    return e.rewriteBottomUp(
        x -> {
          if (x instanceof Expr.Read r) {
            Var v = f.apply(r.variable());
            return v == r.variable() ? r : new Expr.Read(v);
          } else if (x instanceof Expr.Load l) {
            Var v = f.apply(l.container());
            return v == l.container() ? l : new Expr.Load(v, l.at());
          } else if (x instanceof Expr.Dim d) {
            Var v = f.apply(d.container());
            return v == d.container() ? d : new Expr.Dim(v, d.dimension());
          }
          return x;
        });
  }
}
