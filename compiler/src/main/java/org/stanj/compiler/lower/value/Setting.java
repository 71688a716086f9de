package org.stanj.compiler.lower.value;

import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Var;

/**
 * What decides how a text is lowered besides the text itself.
 *
 * @param localsAutodiff whether locals count as autodiff (model block, functions of parameters)
 * @param propto the flag under which propto calls drop terms; empty where they keep all
 * @param jacobian the flag under which Jacobian terms count; empty where they never do
 * @param amount what a function adds to the target, where it gives that back; empty elsewhere
 * @param binding whether data are being read: then fields are not constant yet
 * @param inherited the propto flag of the library density whose body is being written out
 */
public record Setting(
    boolean localsAutodiff,
    Optional<Expr> propto,
    Optional<Expr> jacobian,
    Optional<Var> amount,
    boolean binding,
    Optional<Expr> inherited) {
  /** Where only data are at hand, and nothing is added to the target. */
  public static final Setting PLAIN =
      new Setting(
          false, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());

  public Setting withLocalsAutodiff(boolean flag) {
    return new Setting(flag, propto, jacobian, amount, binding, inherited);
  }

  public Setting withPropto(Expr flag) {
    return new Setting(localsAutodiff, Optional.of(flag), jacobian, amount, binding, inherited);
  }

  public Setting withJacobian(Expr flag) {
    return new Setting(localsAutodiff, propto, Optional.of(flag), amount, binding, inherited);
  }

  public Setting withoutJacobian() {
    return new Setting(localsAutodiff, propto, Optional.empty(), amount, binding, inherited);
  }

  public Setting withAmount(Var variable) {
    return new Setting(localsAutodiff, propto, jacobian, Optional.of(variable), binding, inherited);
  }

  /** While data are read. */
  public Setting whileBinding() {
    return new Setting(localsAutodiff, propto, jacobian, amount, true, inherited);
  }

  /** In the body of a library density, which drops what the density drops. */
  public Setting inDensity(Optional<Expr> flag) {
    return new Setting(localsAutodiff, flag, jacobian, amount, binding, flag);
  }
}
