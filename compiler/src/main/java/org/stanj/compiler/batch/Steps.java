package org.stanj.compiler.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * The body of a loop in steps that either vectors can do, or only scalars: calls of twins, elements
 * that stand apart and other functions get an assignment of their own, and what is added to a sum
 * is put into a buffer.
 */
final class Steps {
  private final Names names;
  private final Body body;
  private final Lifting lifting;
  private final BlockFunctions functions;

  /** Variables for terms, with the sum and the sign. */
  private final Map<Var, Sum> sums = new LinkedHashMap<>();

  private boolean possible = true;
  private int depth;

  /**
   * Terms of a sum: as they are, or as x for log(1 + x).
   *
   * @param sum a scalar, or a container
   * @param at indices of the element of the container; empty for a scalar
   */
  record Sum(Var sum, List<Expr> at, boolean positive, boolean logarithms) {
    Sum(Var sum, boolean positive, boolean logarithms) {
      this(sum, List.of(), positive, logarithms);
    }
  }

  Steps(Body body, Names names, BlockFunctions functions) {
    this.functions = functions;
    this.body = body;
    this.names = names;
    lifting = new Lifting(body, names);
  }

  Map<Var, Sum> sums() {
    return sums;
  }

  /** Calls in the body, which a block makes in all iterations. */
  int calls() {
    return lifting.calls;
  }

  /** Calls that an iteration comes to, if conditions hold half of the time. */
  double expectedCalls() {
    return lifting.expected;
  }

  /** Whether the body can be done in steps. */
  boolean isPossible() {
    return possible && !lifting.throwing;
  }

  List<Stmt> list(List<Stmt> given) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : given) {
      int start = out.size();
      statement(s.mapExpressions(functions::twins), out);
      Lines.from(start, s.line(), out);
    }
    return out;
  }

  private void statement(Stmt s, List<Stmt> out) {
    lifting.under(depth, out);
    if (s instanceof Compound.If i) {
      branch(i, out);
    } else if (s instanceof Stmt.Assign a) {
      assign(a, out);
    } else if (s instanceof Stmt.Increment i && body.isSum(i.variable())) {
      sum(i, out);
    } else if (s instanceof Stmt.Increment i) {
      assign(i.assignment(), out);
    } else if (s instanceof Stmt.Store t) {
      Expr value = element(t.container(), t.at(), t.value());
      out.add(new Stmt.Store(t.container(), t.at(), value, t.line()));
    } else if (s instanceof Stmt.Accumulate t && body.isSum(t)) {
      List<Expr> at = t.at().stream().map(body.lane()::resolved).toList();
      put(new Sum(t.container(), at, true, false), lifting.lift(t.value()), out);
    } else if (s instanceof Stmt.Accumulate t) {
      Expr value = element(t.container(), t.at(), t.value());
      out.add(new Stmt.Accumulate(t.container(), t.at(), value, t.line()));
    } else {
      out.add(s);
    }
  }

  private void branch(Compound.If i, List<Stmt> out) {
    boolean check = i.no().isEmpty() && i.yes().stream().allMatch(Stmt.Reject.class::isInstance);
    Expr test = lifting.lift(i.test());
    if (!check && !(test instanceof Expr.Read r && body.isFixed(r.variable()))) {
      test = lifting.condition(test);
    }
    depth++;
    List<Stmt> yes = list(i.yes());
    List<Stmt> no = list(i.no());
    depth--;
    out.add(new Compound.If(test, yes, no));
  }

  private void assign(Stmt.Assign a, List<Stmt> out) {
    Var v = a.variable();
    if (v.isReal()) {
      out.add(new Stmt.Assign(v, lifting.lift(a.value()), a.line()));
    } else if (body.isAgain(a)) {
      body.lane().define(v, a.value());
      out.add(a);
    } else {
      possible &= Body.isTruth(a.value());
      out.add(new Stmt.Assign(v, lifting.lift(a.value()), a.line()));
    }
  }

  /** The value of an element; in a variable where the element stands apart from its neighbours. */
  private Expr element(Var container, List<Expr> at, Expr given) {
    Expr value = lifting.lift(given);
    return body.isContiguous(container, at) || Exprs.isAtom(value)
        ? value
        : lifting.variable(value);
  }

  private void sum(Stmt.Increment i, List<Stmt> out) {
    boolean negative = Exprs.isOperation(i.value(), Operator.NEGATE);
    Expr term = negative ? Exprs.operand(i.value(), 0) : i.value();
    terms(i.variable(), !negative, term, out);
  }

  /** What one addition to a sum has: the terms that are left over, and where steps go. */
  private record Addition(Var sum, boolean positive, List<Expr> rest, List<Stmt> out) {}

  /** Splits logarithms off that are taken of products; the rest is one term. */
  private void terms(Var sum, boolean positive, Expr term, List<Stmt> out) {
    Addition addition = new Addition(sum, positive, new ArrayList<>(), out);
    split(addition, true, term);
    if (!addition.rest().isEmpty()) {
      Expr all = addition.rest().stream().reduce(Exprs::add).orElseThrow();
      put(new Sum(sum, positive, false), lifting.lift(all), out);
    }
  }

  private void split(Addition to, boolean plus, Expr term) {
    if (BlockFunctions.isProductTerm(term)) {
      Expr x = ((Expr.Apply) term).arguments().get(0);
      put(new Sum(to.sum(), to.positive() == plus, true), lifting.lift(x), to.out());
    } else if (Exprs.isOperation(term, Operator.NEGATE)) {
      split(to, !plus, Exprs.operand(term, 0));
    } else if (Exprs.isOperation(term, Operator.ADD)) {
      split(to, plus, Exprs.operand(term, 0));
      split(to, plus, Exprs.operand(term, 1));
    } else if (Exprs.isOperation(term, Operator.SUBTRACT)) {
      split(to, plus, Exprs.operand(term, 0));
      split(to, !plus, Exprs.operand(term, 1));
    } else {
      to.rest().add(plus ? term : Exprs.negate(term));
    }
  }

  private void put(Sum sum, Expr term, List<Stmt> out) {
    Var terms = names.local(sum.sum().name() + "_terms", CoreType.REAL);
    sums.put(terms, sum);
    body.makeTerm(terms);
    out.add(new Stmt.Assign(terms, term));
  }

  /** Takes out of expressions what vectors cannot do. */
  static final class Lifting {
    private final Body body;
    private final Names names;

    /** Calls so far at the top of the body, for those that come again. */
    private final Map<Expr, Var> known = new HashMap<>();

    private List<Stmt> out = new ArrayList<>();
    private int depth;
    private int calls;
    private double expected;

    /** Whether a function that no block evaluates may throw, out of its turn. */
    private boolean throwing;

    Lifting(Body body, Names names) {
      this.body = body;
      this.names = names;
    }

    /** Where to put what is taken out; under a condition elements cannot be taken by vectors. */
    void under(int conditions, List<Stmt> list) {
      depth = conditions;
      out = list;
    }

    /** The expression over what vectors can do, and variables. */
    Expr lift(Expr e) {
      boolean calls = BlockFunctions.callsIn(e);
      if (!calls && fits(e)) {
        return e;
      }
      if (e.kind() == Kind.INT) {
        return truth(e);
      }
      if (e instanceof Expr.Choose c && (!calls || more(c.yes(), c) || more(c.no(), c))) {
        return variable(e);
      }
      if (e instanceof Expr.Load || Exprs.isOperation(e, Operator.TO_REAL)) {
        return variable(e);
      }
      Expr inner = e.mapChildren(this::lift);
      if (inner instanceof Expr.Apply a) {
        throwing |= a.primitive().rejects() && !BlockFunctions.isTwin(a);
        return BlockFunctions.isTwin(a) ? call(a) : fits(a) ? a : variable(a);
      }
      return inner;
    }

    private Expr truth(Expr e) {
      boolean parts =
          e instanceof Expr.Operation o
              && o.operator().operands() == Kind.REAL
              && o.operator().result() == Kind.INT;
      boolean logic =
          Exprs.isOperation(e, Operator.NOT)
              || ((Exprs.isOperation(e, Operator.AND) || Exprs.isOperation(e, Operator.OR))
                  && !body.lane().takesMoreElements(Exprs.operand(e, 1), Exprs.operand(e, 0)));
      return parts || logic ? e.mapChildren(this::lift) : condition(e);
    }

    private boolean fits(Expr e) {
      return body.lane().cost(e).isPresent() && !(depth > 0 && elements(e));
    }

    private boolean elements(Expr e) {
      return body.lane().takesElements(e);
    }

    private boolean more(Expr arm, Expr.Choose choice) {
      return body.lane().takesMoreElements(arm, choice.test());
    }

    /** A condition in a variable. */
    Expr condition(Expr test) {
      Var v = names.local("when", CoreType.INT);
      return made(v, test);
    }

    /** A value in a variable. */
    Expr variable(Expr value) {
      return made(names.local("part", CoreType.REAL), value);
    }

    private Expr made(Var v, Expr value) {
      body.make(v);
      out.add(new Stmt.Assign(v, value));
      return Exprs.read(v);
    }

    private Expr call(Expr.Apply twin) {
      Var before = known.get(twin);
      if (before != null) {
        return Exprs.read(before);
      }
      Var result = names.local(twin.primitive().method() + "_of", CoreType.REAL);
      body.makeCall(result);
      calls++;
      expected += Math.pow(0.5, depth);
      out.add(new Stmt.Assign(result, twin));
      if (depth == 0 && body.isFixed(twin)) {
        known.put(twin, result);
      }
      return Exprs.read(result);
    }
  }
}
