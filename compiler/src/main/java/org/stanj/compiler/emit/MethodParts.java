package org.stanj.compiler.emit;

/** What the emitters of one method share. */
record MethodParts(
    Code code,
    Variables variables,
    Guards guards,
    ExpressionEmitter expressions,
    ContainerEmitter containers) {

  static MethodParts of(Code code, Variables variables) {
    Guards guards = new Guards(code);
    ExpressionEmitter expressions = new ExpressionEmitter(code, variables, guards);
    return new MethodParts(
        code, variables, guards, expressions, new ContainerEmitter(code, variables, expressions));
  }
}
