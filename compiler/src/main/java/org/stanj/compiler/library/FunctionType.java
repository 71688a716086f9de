package org.stanj.compiler.library;

import java.util.ArrayList;
import java.util.List;

/**
 * The type of a parameter that is a function of the program, as a header has it: {@code
 * function(real, vector, ...) => vector}.
 *
 * @param parameters in order; those with a name are bound to the header's parameter of that name,
 *     the others lead: the library passes them
 * @param variadic whether more follow, which the call gives behind the header's own parameters
 * @param result what it returns
 */
public record FunctionType(List<Slot> parameters, boolean variadic, String result) {
  static final String FUNCTION = "function";
  static final String MORE = "...";
  private static final String OPEN = FUNCTION + "(";
  static final String PICKED = "[]";
  private static final String ARROW = ") => ";

  /**
   * A parameter of the function.
   *
   * @param name of the header's parameter that it is bound to; empty if it leads
   * @param picked whether it is bound to an element of that parameter, the one with the number of
   *     the job: {@code name[]}
   */
  public record Slot(String type, String name, boolean picked) {
    /** Whether the library passes it. */
    public boolean leads() {
      return name.isEmpty();
    }

    @Override
    public String toString() {
      return leads() ? type : type + " " + name + (picked ? PICKED : "");
    }
  }

  public FunctionType {
    parameters = List.copyOf(parameters);
  }

  /** Whether calls of the function are jobs, which have numbers. */
  public boolean jobs() {
    return parameters.stream().anyMatch(Slot::picked);
  }

  /** Whether a type of a header is that of a function. */
  static boolean is(String type) {
    return type.startsWith(OPEN);
  }

  /** The type with this text, as {@link #toString} writes it. */
  public static FunctionType of(String text) {
    int arrow = text.lastIndexOf(ARROW);
    List<Slot> slots = new ArrayList<>();
    boolean variadic = false;
    for (String part : text.substring(OPEN.length(), arrow).split(", ")) {
      if (part.equals(MORE)) {
        variadic = true;
      } else if (!part.isEmpty()) {
        slots.add(slot(part));
      }
    }
    return new FunctionType(slots, variadic, text.substring(arrow + ARROW.length()));
  }

  /** A name, if there is one, stands behind the last blank, but for prefixes of the type. */
  private static Slot slot(String text) {
    int blank = text.lastIndexOf(' ');
    String before = blank < 0 ? "" : text.substring(0, blank);
    boolean prefix = before.isEmpty() || before.equals("data") || before.endsWith("]");
    if (prefix) {
      return new Slot(text, "", false);
    }
    String name = text.substring(blank + 1);
    boolean picked = name.endsWith(PICKED);
    int end = name.length() - (picked ? PICKED.length() : 0);
    return new Slot(before, name.substring(0, end), picked);
  }

  /** As a header has it, in one spelling. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>(parameters.stream().map(Slot::toString).toList());
    if (variadic) {
      parts.add(MORE);
    }
    return OPEN + String.join(", ", parts) + ARROW + result;
  }
}
