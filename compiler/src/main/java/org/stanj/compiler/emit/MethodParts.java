package org.stanj.compiler.emit;

/** What the emitters of one method share. */
record MethodParts(
    Code code, Variables variables, ExpressionEmitter expressions, ContainerEmitter containers) {

  static MethodParts of(Code code, Variables variables) {
    ExpressionEmitter expressions = new ExpressionEmitter(code, variables);
    return new MethodParts(
        code, variables, expressions, new ContainerEmitter(code, variables, expressions));
  }
}
