package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.transform.CompositeTransforms;
import org.stanj.compiler.lower.transform.Constraints;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DataFields;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.Setting;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** The bodies of the functions that the run time calls. */
final class EntryPoints {
  private final TypedProgram program;
  private final Gathered gathered;
  private final String namespace;

  EntryPoints(TypedProgram program, Gathered gathered) {
    this.program = program;
    this.gathered = gathered;
    this.namespace = program.name() + "_namespace::";
  }

  /** Declarations that stand directly in a block. */
  static List<Declaration> declared(List<TypedStmt> block) {
    List<Declaration> found = new ArrayList<>();
    for (TypedStmt s : block) {
      if (s instanceof TypedStmt.Declare d) {
        found.add(d.declaration());
      }
    }
    return found;
  }

  void bind(Lowerer lowerer, List<Var> parameters) {
    Builder builder = lowerer.builder;
    builder.begin(Setting.PLAIN.whileBinding());
    Constraints constraints = new Constraints(lowerer, lowerer.library, namespace + program.name());
    for (Declaration d : program.data()) {
      read(lowerer, d);
      constraints.check(d);
    }
    program.transformedData().forEach(lowerer.statements::lower);
    declared(program.transformedData()).forEach(constraints::check);
    rememberSizes(lowerer);
  }

  private void read(Lowerer lowerer, Declaration d) {
    Builder builder = lowerer.builder;
    if (d.symbol().type().isComplex()) {
      readComplex(lowerer, d);
    } else if (d.symbol().type().isTuple()) {
      Components.of(gathered, d).forEach(member -> read(lowerer, member));
    } else {
      Value value = fieldOf(lowerer, d);
      Var field = gathered.fieldOf.get(d.symbol());
      String where = builder.where(d.span());
      builder.emit(new Stmt.ReadData(field, d.symbol().name(), "data initialization", where));
      builder.values.put(d.symbol(), value);
    }
    if (d.symbol().type().isComposite()) {
      gathered.compositeData.add(d);
      Components.bind(builder, d);
    }
  }

  /** The field of a data variable, declared with its sizes. */
  private Value fieldOf(Lowerer lowerer, Declaration d) {
    Builder builder = lowerer.builder;
    List<Expr> sizes = lowerer.statements.declarations().sizes(d);
    Symbol symbol = d.symbol();
    Var field = DataFields.add(gathered, symbol);
    if (field.isScalar()) {
      builder.constants.add(field);
      return new Value.Scalar(symbol.type(), Exprs.read(field), false);
    }
    builder.emit(new Stmt.Declare(field, sizes, Stmt.Fill.NONE));
    return new Value.Stored(symbol.type(), field, sizes, false);
  }

  private void readComplex(Lowerer lowerer, Declaration d) {
    List<Value> parts = new ArrayList<>();
    for (Declaration part : Components.of(gathered, d)) {
      Value value = fieldOf(lowerer, part);
      lowerer.builder.values.put(part.symbol(), value);
      parts.add(value);
    }
    lowerer.transforms.readPairs(d, parts, "data initialization");
  }

  /** Sizes of fields that are written over fields only hold in every other function too. */
  private void rememberSizes(Lowerer lowerer) {
    gathered.fieldOf.forEach(
        (symbol, field) -> {
          Value value = lowerer.builder.values.get(symbol);
          if (!field.isScalar() && value.sizes().stream().allMatch(EntryPoints::overFields)) {
            gathered.fieldSizes.put(field, value.sizes());
          }
        });
  }

  private static boolean overFields(Expr e) {
    boolean[] fields = {true};
    e.walk(
        x ->
            fields[0] &=
                !(x instanceof Expr.Read r && r.variable().storage() != Var.Storage.FIELD)
                    && !(x instanceof Expr.Dim d && d.container().storage() != Var.Storage.FIELD));
    return fields[0];
  }

  void logDensity(Lowerer lowerer, List<Var> p) {
    Builder builder = lowerer.builder;
    DataFields.bind(builder);
    builder.begin(
        Setting.PLAIN
            .withLocalsAutodiff(true)
            .withPropto(Exprs.read(p.get(1)))
            .withJacobian(Exprs.read(p.get(2))));
    builder.emit(Target.start());
    parameters(lowerer, p.get(0), true);
    transformedParameters(lowerer, "log_prob");
    program.model().forEach(lowerer.statements::lower);
    builder.emit(Target.end());
  }

  private void transformedParameters(Lowerer lowerer, String function) {
    program.transformedParameters().forEach(lowerer.statements::lower);
    Constraints constraints = new Constraints(lowerer, lowerer.library, namespace + function);
    declared(program.transformedParameters()).forEach(constraints::check);
  }

  private void parameters(Lowerer lowerer, Var q, boolean autodiff) {
    CompositeTransforms transforms = lowerer.transforms;
    Expr offset = Exprs.integer(0);
    for (Declaration d : program.parameters()) {
      Value v = transforms.constrained(d, q, offset, autodiff);
      lowerer.builder.values.put(d.symbol(), v);
      offset = after(lowerer, d, offset, v);
    }
  }

  private static Expr after(Lowerer lowerer, Declaration d, Expr offset, Value v) {
    Expr free = lowerer.transforms.unconstrainedCount(d, v);
    return lowerer.builder.frozen(Exprs.addInt(offset, free));
  }

  void constrain(Lowerer lowerer, List<Var> p) {
    Builder builder = lowerer.builder;
    DataFields.bind(builder);
    parameters(lowerer, p.get(0), false);
    Expr offset = write(lowerer, program.parameters(), p.get(1), Exprs.integer(0));
    Expr transformed = Exprs.read(p.get(2));
    Expr generated = Exprs.read(p.get(3));
    builder.emit(
        new Compound.If(
            Exprs.not(Exprs.or(transformed, generated)),
            List.of(new Stmt.Return(Optional.empty())),
            List.of()));
    transformedParameters(lowerer, "write_array");
    Var at = builder.names.local("at", CoreType.INT);
    builder.emit(new Stmt.Assign(at, offset));
    List<Stmt> writes =
        builder.collect(
            () -> {
              List<Declaration> tp = declared(program.transformedParameters());
              builder.emit(new Stmt.Assign(at, write(lowerer, tp, p.get(1), offset)));
            });
    builder.emit(new Compound.If(transformed, writes, List.of()));
    builder.emit(
        new Compound.If(
            Exprs.not(generated), List.of(new Stmt.Return(Optional.empty())), List.of()));
    generatedQuantities(lowerer, p.get(1), builder.temporary("from", Exprs.read(at)));
  }

  private void generatedQuantities(Lowerer lowerer, Var out, Expr offset) {
    program.generatedQuantities().forEach(lowerer.statements::lower);
    List<Declaration> declared = declared(program.generatedQuantities());
    Constraints constraints = new Constraints(lowerer, lowerer.library, namespace + "write_array");
    declared.forEach(constraints::check);
    write(lowerer, declared, out, offset);
  }

  /** Writes variables one after the other; returns the position after the last. */
  private static Expr write(Lowerer lowerer, List<Declaration> declarations, Var out, Expr offset) {
    Builder builder = lowerer.builder;
    Expr at = offset;
    for (Value v : leaves(builder, declarations)) {
      if (v.isScalar()) {
        builder.emit(new Stmt.Store(out, List.of(at), Exprs.toReal(v.scalar())));
      } else if (v.kind() == Kind.REAL) {
        Var part = builder.names.local("out_part", Value.coreType(v.type()));
        builder.emit(new Stmt.View(part, out, at, v.sizes()));
        builder.emit(new Stmt.Copy(part, v.stored().orElseThrow()));
      } else {
        Expr start = at;
        builder.each(
            v.count(),
            i ->
                builder.emit(
                    new Stmt.Store(out, List.of(Exprs.addInt(start, i)), Exprs.toReal(v.flat(i)))));
      }
      at = builder.frozen(Exprs.addInt(at, v.count()));
    }
    return at;
  }

  private static List<Value> leaves(Builder builder, List<Declaration> declarations) {
    return declarations.stream()
        .flatMap(d -> Components.leaves(builder.values.get(d.symbol())).stream())
        .toList();
  }

  void generate(Lowerer lowerer, List<Var> p) {
    Builder builder = lowerer.builder;
    DataFields.bind(builder);
    Expr at = Exprs.integer(0);
    for (Declaration whole : program.parameters()) {
      for (Declaration d : Components.leaves(gathered, whole)) {
        Symbol symbol = d.symbol();
        List<Expr> sizes = lowerer.statements.declarations().sizes(d);
        Value v =
            symbol.type().isScalar()
                ? new Value.Scalar(
                    symbol.type(),
                    builder.temporary(symbol.name(), Exprs.load(p.get(0), at)),
                    false)
                : builder.view(p.get(0), at, symbol.type(), sizes, false);
        builder.values.put(symbol, v);
        at = builder.frozen(Exprs.addInt(at, v.count()));
      }
      Components.bind(builder, whole);
    }
    transformedParameters(lowerer, "write_array");
    generatedQuantities(lowerer, p.get(1), Exprs.integer(0));
  }

  void unconstrain(Lowerer lowerer, List<Var> p) {
    Builder builder = lowerer.builder;
    DataFields.bind(builder);
    Var q = p.get(0);
    Expr offset = Exprs.integer(0);
    CompositeTransforms transforms = lowerer.transforms;
    for (Declaration d : program.parameters()) {
      Expr start = offset;
      List<Stmt> given = builder.collect(() -> transforms.unconstrain(d, q, start));
      builder.emit(new Compound.If(new Expr.HasInit(firstName(d)), given, List.of()));
      Value v = transforms.constrained(d, q, offset, false);
      builder.values.put(d.symbol(), v);
      offset = after(lowerer, d, offset, v);
    }
  }

  /** The name under which a file of inits gives the variable, or the first member of a tuple. */
  private String firstName(Declaration d) {
    return d.symbol().type().isTuple()
        ? firstName(Components.of(gathered, d).get(0))
        : d.symbol().name();
  }

  void shapes(Lowerer lowerer, List<Var> p) {
    Builder builder = lowerer.builder;
    DataFields.bind(builder);
    List<Expr> all = new ArrayList<>();
    program.parameters().forEach(d -> sizes(lowerer, d, true, all));
    for (List<TypedStmt> block :
        List.of(program.transformedParameters(), program.generatedQuantities())) {
      declared(block).forEach(d -> sizes(lowerer, d, false, all));
    }
    for (int i = 0; i < all.size(); i++) {
      builder.emit(new Stmt.Store(p.get(0), List.of(Exprs.integer(i)), all.get(i)));
    }
  }

  /** The sizes of a variable, then of its members, as its rows in the table of outputs say. */
  private void sizes(Lowerer lowerer, Declaration d, boolean parameter, List<Expr> into) {
    List<Expr> own = lowerer.statements.declarations().sizes(d);
    into.addAll(own);
    if (d.symbol().type().isTuple()) {
      Components.membersOfOne(gathered, d).forEach(m -> sizes(lowerer, m, parameter, into));
    } else if (parameter) {
      into.addAll(lowerer.transforms.unconstrainedSizes(d, own));
    }
  }
}
