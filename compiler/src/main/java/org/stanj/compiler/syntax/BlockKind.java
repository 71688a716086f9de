package org.stanj.compiler.syntax;

/** The blocks of a program, in the order in which they must stand. */
public enum BlockKind {
  FUNCTIONS("functions"),
  DATA("data"),
  TRANSFORMED_DATA("transformed data"),
  PARAMETERS("parameters"),
  TRANSFORMED_PARAMETERS("transformed parameters"),
  MODEL("model"),
  GENERATED_QUANTITIES("generated quantities");

  private final String keyword;

  BlockKind(String keyword) {
    this.keyword = keyword;
  }

  /** How the block's head is written. */
  public String keyword() {
    return keyword;
  }
}
