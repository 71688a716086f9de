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
      List<StanType> types = function.parameters().stream().map(Symbol::type).toList();
      return Match.of(arguments, types, function.result());
    }

    @Override
    public String signature() {
      List<String> types = new ArrayList<>();
      for (Symbol p : function.parameters()) {
        types.add((p.dataOnly() ? "data " : "") + p.type());
      }
      return "(" + String.join(", ", types) + ") => " + function.result();
    }
  }
}
