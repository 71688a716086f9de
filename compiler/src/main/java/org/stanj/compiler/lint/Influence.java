package org.stanj.compiler.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Subexpressions;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedExpr;

/**
 * Finds on which parameters and data each term of the density and each decision depends: by what
 * the values are computed from, and by the decisions that lead there.
 */
final class Influence implements Step.Visitor<Void> {
  /** What the jumps within a loop make the rest of it depend on. */
  private static final class Loop {
    private final Set<Symbol> ended = new HashSet<>();
    private final Set<Symbol> skipped = new HashSet<>();
  }

  private final Symbol.Origin roots;
  private final BiConsumer<Step, Influence> observer;
  private final Map<Factors.Term, Set<Symbol>> terms = new LinkedHashMap<>();
  private final Map<Span, Set<Symbol>> decisions = new LinkedHashMap<>();
  private final Deque<Loop> loops = new ArrayDeque<>();
  private Map<Symbol, Set<Symbol>> values = new HashMap<>();
  private Set<Symbol> control = Set.of();

  /**
   * @param roots what is followed: parameters of the program or arguments of a function
   * @param observer sees each step before its effects; the steps of a loop several times
   */
  Influence(Symbol.Origin roots, BiConsumer<Step, Influence> observer) {
    this.roots = roots;
    this.observer = observer;
  }

  /** Goes through steps in their order. */
  void follow(List<Step> steps) {
    for (Step step : steps) {
      observer.accept(step, this);
      step.accept(this);
    }
  }

  /** The names of the parameters among the variables, in alphabetical order. */
  static String parameters(Set<Symbol> symbols) {
    return symbols.stream()
        .filter(symbol -> symbol.origin() == Symbol.Origin.PARAMETERS)
        .map(Symbol::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** For each term of the density the parameters and data that it depends on. */
  List<Set<Symbol>> terms() {
    return List.copyOf(terms.values());
  }

  /** For each statement that decides on the way of control what the decision depends on. */
  Map<Span, Set<Symbol>> decisions() {
    return decisions;
  }

  /** Whether a variable counts as data: all but single ints, which are mostly sizes. */
  static boolean isData(Symbol symbol) {
    return symbol.origin() == Symbol.Origin.DATA
        || symbol.origin() == Symbol.Origin.TRANSFORMED_DATA;
  }

  private Set<Symbol> of(Symbol symbol) {
    Set<Symbol> known = values.get(symbol);
    if (known != null) {
      return known;
    }
    boolean root =
        symbol.origin() == roots || (isData(symbol) && !symbol.type().equals(StanType.INT));
    return root ? Set.of(symbol) : Set.of();
  }

  private Set<Symbol> here() {
    Set<Symbol> all = new HashSet<>(control);
    for (Loop loop : loops) {
      all.addAll(loop.ended);
      all.addAll(loop.skipped);
    }
    return all;
  }

  /** What values that are computed at this point depend on. */
  Set<Symbol> of(List<TypedExpr> expressions) {
    Set<Symbol> all = here();
    for (TypedExpr e : expressions) {
      Subexpressions.references(e).forEach(reference -> all.addAll(of(reference.symbol())));
    }
    return all;
  }

  private void decide(Span span, Set<Symbol> influences) {
    decisions.computeIfAbsent(span, s -> new HashSet<>()).addAll(influences);
  }

  @Override
  public Void declare(Step.Declare s) {
    values.put(
        s.declaration().symbol(),
        s.declaration().initial().map(e -> of(List.of(e))).orElse(Set.of()));
    return null;
  }

  @Override
  public Void assign(Step.Assign s) {
    Set<Symbol> influences = of(s.expressions());
    if (!s.whole() || s.readsItself()) {
      influences.addAll(of(s.symbol()));
    }
    values.put(s.symbol(), influences);
    return null;
  }

  @Override
  public Void factor(Step.Factor s) {
    for (Factors.Term term : Factors.of(s)) {
      terms.computeIfAbsent(term, t -> new HashSet<>()).addAll(of(term.expressions()));
    }
    return null;
  }

  @Override
  public Void evaluate(Step.Evaluate s) {
    return null;
  }

  @Override
  public Void branch(Step.Branch s) {
    Set<Symbol> decision = of(s.expressions());
    decide(s.span(), decision);
    Set<Symbol> outside = control;
    Map<Symbol, Set<Symbol>> before = new HashMap<>(values);
    control = decision;
    follow(s.yes());
    Map<Symbol, Set<Symbol>> afterYes = values;
    values = before;
    follow(s.no());
    join(afterYes);
    control = outside;
    return null;
  }

  private void join(Map<Symbol, Set<Symbol>> other) {
    other.forEach(
        (symbol, influences) ->
            values.merge(
                symbol,
                influences,
                (one, two) -> {
                  Set<Symbol> both = new HashSet<>(one);
                  both.addAll(two);
                  return both;
                }));
  }

  /** Runs the body until nothing new is learned. */
  @Override
  public Void loop(Step.Loop s) {
    Set<Symbol> outside = control;
    Loop loop = new Loop();
    loops.push(loop);
    Map<Symbol, Set<Symbol>> before;
    int ended;
    do {
      before = new HashMap<>(values);
      ended = loop.ended.size();
      control = outside;
      control = of(s.expressions());
      decide(s.span(), control);
      s.variable().ifPresent(variable -> values.put(variable, control));
      follow(s.body());
      loop.skipped.clear();
      join(before);
    } while (!values.equals(before) || loop.ended.size() > ended);
    loops.pop();
    control = outside;
    return null;
  }

  @Override
  public Void jump(Step.Jump s) {
    Loop loop = loops.element();
    (s.ends() ? loop.ended : loop.skipped).addAll(here());
    return null;
  }
}
