package org.stanj.compiler.lower.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram.Callback;
import org.stanj.compiler.core.CoreProgram.SliceKernel;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/** What the lowering of a whole program gathers. */
public final class Gathered {
  public final LibraryBodies library;
  final String programName;
  final LineNumbers lines;
  public final Names functionNames = new Names();
  final Names fieldNames = new Names();
  public final Map<String, CoreFunction> functions = new LinkedHashMap<>();

  /** Core names of instances of user functions. */
  public final Map<Object, String> instances = new LinkedHashMap<>();

  /** Functions that add to the target and call themselves, as far as that is known. */
  public final Set<UserFunction> recursiveTargets = new HashSet<>();

  /** Symbols that some statement assigns to after their declaration. */
  public final Set<Symbol> assigned = new HashSet<>();

  /** Fields of data and transformed data. */
  public final Map<Symbol, Var> fieldOf = new LinkedHashMap<>();

  /** Data and transformed data of composite types. */
  public final List<Declaration> compositeData = new ArrayList<>();

  /** Declarations of the components of composite variables. */
  final Map<Symbol, List<Declaration>> components = new HashMap<>();

  /** Declared sizes of fields, where these are data themselves. */
  public final Map<Var, List<Expr>> fieldSizes = new LinkedHashMap<>();

  public final List<Var> fields = new ArrayList<>();
  public final List<SliceKernel> kernels = new ArrayList<>();
  public final List<Callback> callbacks = new ArrayList<>();
  private int flags;

  public Gathered(LibraryBodies library, String programName, LineNumbers lines) {
    this.library = library;
    this.lines = lines;
    this.programName = programName;
  }

  /** A new {@code Once} flag. */
  public int flag() {
    return flags++;
  }

  public int flags() {
    return flags;
  }

  /** How much was lowered up to some time: what follows is only ever added behind. */
  public record Mark(int instances, int functions, int kernels, int callbacks) {}

  public Mark mark() {
    return new Mark(instances.size(), functions.size(), kernels.size(), callbacks.size());
  }

  /** Forgets what was lowered since. */
  public void release(Mark mark) {
    shorten(instances.keySet(), mark.instances());
    shorten(functions.keySet(), mark.functions());
    kernels.subList(mark.kernels(), kernels.size()).clear();
    callbacks.subList(mark.callbacks(), callbacks.size()).clear();
  }

  private static <T> void shorten(Set<T> inOrder, int size) {
    List<T> since = inOrder.stream().skip(size).toList();
    since.forEach(inOrder::remove);
  }
}
