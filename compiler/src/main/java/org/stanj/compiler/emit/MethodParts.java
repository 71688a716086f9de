package org.stanj.compiler.emit;

/** What the emitters of one method share. */
record MethodParts(
    Code code,
    Slots variables,
    PlaceHandlers guards,
    ExpressionEmitter expressions,
    ContainerEmitter containers) {

  static MethodParts of(Code code, Slots variables, ApartCalls apart) {
    PlaceHandlers guards = new PlaceHandlers(code);
    ExpressionEmitter expressions = new ExpressionEmitter(code, variables, guards);
    return new MethodParts(
        code,
        variables,
        guards,
        expressions,
        new ContainerEmitter(code, variables, expressions, apart));
  }
}
