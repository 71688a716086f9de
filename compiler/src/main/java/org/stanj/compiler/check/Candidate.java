package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.Symbol;
import org.stanj.compiler.typed.UserFunction;

/** A function that a call may mean. */
sealed interface Candidate {
  Match match(List<StanType> arguments);

  /** The signature, for messages. */
  String signature();

  /** A function of the library. */
  record FromLibrary(Header header) implements Candidate {
    static FromLibrary of(LibraryFunction function) {
      return new FromLibrary(Header.of(function));
    }

    @Override
    public Match match(List<StanType> arguments) {
      return header.match(arguments);
    }

    @Override
    public String signature() {
      return header.signature();
    }
  }

  /** A function of the program. */
  record FromProgram(UserFunction function) implements Candidate {
    @Override
    public Match match(List<StanType> arguments) {
      List<Symbol> parameters = function.parameters();
      if (arguments.size() != parameters.size()) {
        return new Match.WrongCount(parameters.size());
      }
      int total = 0;
      List<StanType> targets = new ArrayList<>();
      for (int i = 0; i < parameters.size(); i++) {
        StanType to = parameters.get(i).type();
        int cost = Types.promotionCost(arguments.get(i), to);
        if (cost == Types.IMPOSSIBLE) {
          return new Match.Misfit(i, to.toString());
        }
        total += cost;
        targets.add(to);
      }
      return new Match.Fits(total, targets, function.result());
    }

    @Override
    public String signature() {
      List<String> types = new ArrayList<>();
      for (Symbol p : function.parameters()) {
        types.add((p.dataOnly() && !p.type().isInt() ? "data " : "") + p.type());
      }
      return "(" + String.join(", ", types) + ") => " + function.result();
    }
  }
}
