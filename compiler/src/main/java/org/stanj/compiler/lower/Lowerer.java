package org.stanj.compiler.lower;

import org.stanj.compiler.core.Names;

/** The parts that lower one core function, sharing one builder. */
final class Lowerer {
  final Builder builder;
  final LibraryCalls library;
  final Arithmetic arithmetic;
  final Complex complex;
  final Indexing indexing;
  final Expressions expressions;
  final Densities densities;
  final Checks checks;
  final Builtins builtins;
  final Generators generators;
  final Functionals functionals;
  final Callbacks callbacks;
  final UserCalls userCalls;
  final Statements statements;
  final Transforms transforms;

  Lowerer(Shared shared) {
    this(shared, new Names());
  }

  Lowerer(Shared shared, Names names) {
    builder = new Builder(shared, names);
    checks = new Checks(builder);
    library = new LibraryCalls(this);
    arithmetic = new Arithmetic(builder, library);
    complex = new Complex(this);
    indexing = new Indexing(this);
    expressions = new Expressions(this);
    densities = new Densities(this);
    builtins = new Builtins(this);
    generators = new Generators(this);
    functionals = new Functionals(this);
    callbacks = new Callbacks(this);
    userCalls = new UserCalls(this);
    statements = new Statements(this);
    transforms = new Transforms(this);
  }
}
