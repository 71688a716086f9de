package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.core.CoreProgram.Entries;
import org.stanj.compiler.core.CoreProgram.OutputVariable;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.Gathered;
import org.stanj.compiler.lower.value.LibraryBodies;
import org.stanj.compiler.typed.AssignedSymbols;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Transform;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;

/** Lowers a typed program: one entry function after the other. */
public final class Lowering {
  private final TypedProgram program;
  private final Gathered gathered;

  private Lowering(TypedProgram program, LibraryBodies library) {
    this.program = program;
    this.gathered = new Gathered(library, program.name(), program.lines());
  }

  /**
   * @throws org.stanj.compiler.diagnostic.DiagnosticException if the program calls what cannot be
   *     lowered yet
   */
  public static CoreProgram lower(TypedProgram program, LibraryBodies library) {
    Unsupported.refuse(program);
    return new Lowering(program, library).run();
  }

  private CoreProgram run() {
    findAssigned();
    List.of(
            Entries.BIND,
            Entries.SHAPES,
            Entries.LOG_DENSITY,
            Entries.GRADIENT,
            Entries.CONSTRAIN,
            Entries.UNCONSTRAIN,
            Entries.GENERATE)
        .forEach(gathered.functionNames::fresh);
    EntryPoints entries = new EntryPoints(program, gathered);
    add(Entries.BIND, List.of(), Optional.empty(), entries::bind);
    add(
        Entries.SHAPES,
        List.of(Var.local("out", CoreType.INTS)),
        Optional.empty(),
        entries::shapes);
    Var q = Var.local("q", CoreType.REALS);
    Var out = Var.local("out", CoreType.REALS);
    List<Var> density =
        List.of(q, Var.local("propto", CoreType.INT), Var.local("jacobian", CoreType.INT));
    add(Entries.LOG_DENSITY, density, Optional.of(CoreType.REAL), entries::logDensity);
    List<Var> constrain =
        List.of(
            q, out, Var.local("transformed", CoreType.INT), Var.local("generated", CoreType.INT));
    add(Entries.CONSTRAIN, constrain, Optional.empty(), entries::constrain);
    add(Entries.UNCONSTRAIN, List.of(q), Optional.empty(), entries::unconstrain);
    List<Var> generate = List.of(Var.local("parameters", CoreType.REALS), out);
    add(Entries.GENERATE, generate, Optional.empty(), entries::generate);
    return new CoreProgram(
        program.name(),
        gathered.fields,
        gathered.functions,
        gathered.kernels,
        gathered.callbacks,
        outputs(),
        gathered.flags());
  }

  private void findAssigned() {
    for (List<TypedStmt> block :
        List.of(
            program.transformedData(),
            program.transformedParameters(),
            program.model(),
            program.generatedQuantities())) {
      AssignedSymbols.in(block, gathered.assigned);
    }
    program.functions().forEach(f -> AssignedSymbols.in(f.body(), gathered.assigned));
  }

  /** What an entry emits into the builder; its parameters have the names given. */
  private interface Entry {
    void emit(Lowerer lowerer, List<Var> parameters);
  }

  private void add(String name, List<Var> parameters, Optional<CoreType> result, Entry entry) {
    Lowerer lowerer = new Lowerer(gathered);
    for (Var p : parameters) {
      lowerer.builder.names.fresh(p.name());
      if (p.isScalar()) {
        lowerer.builder.constants.add(p);
      }
    }
    lowerer.builder.names.fresh(Target.VARIABLE.name());
    entry.emit(lowerer, parameters);
    gathered.functions.put(
        name, new CoreFunction(name, parameters, result, lowerer.builder.statements()));
  }

  private List<OutputVariable> outputs() {
    List<OutputVariable> outputs = new ArrayList<>();
    program.parameters().forEach(d -> outputs.add(output(d, "PARAMETERS")));
    EntryPoints.declared(program.transformedParameters())
        .forEach(d -> outputs.add(output(d, "TRANSFORMED_PARAMETERS")));
    EntryPoints.declared(program.generatedQuantities())
        .forEach(d -> outputs.add(output(d, "GENERATED_QUANTITIES")));
    return outputs;
  }

  private OutputVariable output(Declaration d, String block) {
    StanType type = d.symbol().type();
    int free = block.equals("PARAMETERS") ? freeRank(d) : 0;
    List<OutputVariable> members =
        type.isTuple()
            ? Components.membersOfOne(gathered, d).stream().map(m -> output(m, block)).toList()
            : List.of();
    return new OutputVariable(
        d.symbol().name(), block, type.base().name(), type.rank(), free, members);
  }

  private int freeRank(Declaration d) {
    StanType type = d.symbol().type();
    if (type.isTuple()) {
      return 0;
    }
    return d.transform() instanceof Transform.Named named
        ? type.arrays() + gathered.library.constraint(named.type()).free().size()
        : type.rank();
  }
}
