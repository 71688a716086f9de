package org.stanj.compiler.check;

import java.util.List;
import org.stanj.compiler.typed.TypedExpr;
import org.stanj.compiler.typed.TypedStmt;

/**
 * Whether every path through a statement ends the function, by return, reject or fatal_error. As in
 * Stan, a loop without break counts as if its body were always run, and one whose condition is a
 * number other than zero never ends by itself.
 */
final class ReturnPaths implements TypedStmt.Visitor<Boolean> {
  private ReturnPaths() {}

  static boolean end(List<TypedStmt> statements) {
    ReturnPaths paths = new ReturnPaths();
    for (TypedStmt s : statements) {
      if (s.accept(paths)) {
        return true;
      }
      if (s instanceof TypedStmt.Break || s instanceof TypedStmt.Continue) {
        return false;
      }
    }
    return false;
  }

  @Override
  public Boolean giveBack(TypedStmt.Return s) {
    return true;
  }

  @Override
  public Boolean message(TypedStmt.Message s) {
    return s.messageKind() != TypedStmt.MessageKind.PRINT;
  }

  @Override
  public Boolean branch(TypedStmt.If s) {
    return end(s.yes()) && end(s.no());
  }

  @Override
  public Boolean repeat(TypedStmt.While s) {
    boolean endless = s.test() instanceof TypedExpr.IntConstant test && test.value() != 0;
    return (endless || end(s.body())) && !Breaks.in(s.body());
  }

  @Override
  public Boolean loop(TypedStmt.For s) {
    return end(s.body()) && !Breaks.in(s.body());
  }

  @Override
  public Boolean forEach(TypedStmt.ForEach s) {
    return end(s.body()) && !Breaks.in(s.body());
  }

  @Override
  public Boolean block(TypedStmt.Block s) {
    return end(s.body());
  }

  @Override
  public Boolean profile(TypedStmt.Profile s) {
    return end(s.body());
  }

  @Override
  public Boolean declare(TypedStmt.Declare s) {
    return false;
  }

  @Override
  public Boolean assign(TypedStmt.Assign s) {
    return false;
  }

  @Override
  public Boolean unpack(TypedStmt.Unpack s) {
    return false;
  }

  @Override
  public Boolean addTarget(TypedStmt.AddTarget s) {
    return false;
  }

  @Override
  public Boolean truncated(TypedStmt.Truncated s) {
    return false;
  }

  @Override
  public Boolean addJacobian(TypedStmt.AddJacobian s) {
    return false;
  }

  @Override
  public Boolean voidCall(TypedStmt.VoidCall s) {
    return false;
  }

  @Override
  public Boolean leave(TypedStmt.Break s) {
    return false;
  }

  @Override
  public Boolean next(TypedStmt.Continue s) {
    return false;
  }
}
