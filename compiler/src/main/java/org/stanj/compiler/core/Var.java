package org.stanj.compiler.core;

/**
 * A core variable; its name is unique in its function (locals) or in the program (fields).
 *
 * @param storage whether it is a local of its function or a field of the bound model
 */
public record Var(String name, CoreType type, Storage storage) {
  /** Where a variable lives. */
  public enum Storage {
    LOCAL,
    /** Data and transformed data: set by {@code bind}, read everywhere. */
    FIELD
  }

  public static Var local(String name, CoreType type) {
    return new Var(name, type, Storage.LOCAL);
  }

  public boolean isScalar() {
    return type.isScalar();
  }

  public boolean isReal() {
    return type.kind() == Kind.REAL;
  }

  /** By hand, as the passes compare variables more than anything else. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Var v
            && name.equals(v.name)
            && storage == v.storage
            && type.equals(v.type));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
