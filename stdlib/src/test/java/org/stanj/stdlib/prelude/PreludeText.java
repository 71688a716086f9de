package org.stanj.stdlib.prelude;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The prelude's entries as the tests of this module need them; the compiler has its own reader. */
public record PreludeText(List<Entry> entries, List<Kernel> kernels) {
  private static final String FOLDER = "/org/stanj/stdlib/prelude/";

  /** A function: attribute lines, header up to the closing parenthesis, body or nothing. */
  public record Entry(String file, List<String> attributes, String header, String body) {
    /** What follows an attribute's name, or null if the entry has none of that name. */
    String attribute(String name) {
      for (String line : attributes) {
        if (line.equals("@" + name) || line.startsWith("@" + name + " ")) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return null;
    }

    /** The text before the parameters: result type and name. */
    String resultAndName() {
      return header.substring(0, header.indexOf('(')).strip();
    }

    /** The parameters, each without its check and label: type and name. */
    List<String> parameters() {
      String inside = header.substring(header.indexOf('(') + 1, header.lastIndexOf(')'));
      String bare = inside.replaceAll("\"[^\"]*\"", "").replace('|', ',');
      List<String> parameters = new ArrayList<>();
      int depth = 0;
      boolean arrow = false;
      StringBuilder current = new StringBuilder();
      for (char c : (bare + ",").toCharArray()) {
        depth += c == '<' || c == '[' || c == '(' ? 1 : 0;
        if (c == ',' && depth == 0) {
          if (!current.toString().isBlank()) {
            parameters.add(current.toString().replaceAll("<.*>", "").strip());
          }
          current.setLength(0);
        } else {
          current.append(c);
        }
        depth -= (c == '>' && !arrow) || c == ']' || c == ')' ? 1 : 0;
        arrow = c == '=';
      }
      return parameters;
    }
  }

  /** A kernel; operands as declared, e.g. {@code out matrix L}. */
  public record Kernel(
      String owner, String method, List<String> operands, String result, boolean differentiable) {
    public boolean isOutput(int operand) {
      return operands.get(operand).startsWith("out ");
    }

    /** Whether it takes a function of the program, and so returns a trace. */
    public boolean calls() {
      return operands.stream().anyMatch(o -> o.matches("(function|curved|jobs) .*"));
    }

    public boolean hasResult() {
      return !result.isEmpty();
    }

    /** Calls the kernel; contents start at {@code pad}. */
    public double call(double[][] operands, int[][] sizes, int pad) {
      Object value = invoke(method, operandArguments(operands, sizes, pad));
      return value == null ? 0 : ((Number) value).doubleValue();
    }

    /** Calls the adjoint with result adjoint 1. */
    public void callAdjoint(
        double[][] operands, double[][] adjoints, int[][] sizes, int pad, double result) {
      List<Object> arguments = operandArguments(operands, sizes, pad);
      if (hasResult()) {
        arguments.add(result);
        arguments.add(1.0);
      }
      for (double[] adjoint : adjoints) {
        arguments.add(adjoint);
        arguments.add(pad);
      }
      invoke(method + "Adjoint", arguments);
    }

    private static List<Object> operandArguments(double[][] operands, int[][] sizes, int pad) {
      List<Object> arguments = new ArrayList<>();
      for (int k = 0; k < operands.length; k++) {
        arguments.add(operands[k]);
        arguments.add(pad);
        for (int size : sizes[k]) {
          arguments.add(size);
        }
      }
      return arguments;
    }

    private Object invoke(String name, List<Object> arguments) {
      try {
        return method(name).invoke(null, arguments.toArray());
      } catch (InvocationTargetException e) {
        throw new AssertionError(owner + "." + name, e.getCause());
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }

    /** The public method of this name. */
    public Method method(String name) {
      return Stream.of(ownerClass().getMethods())
          .filter(m -> m.getName().equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no method " + owner + "." + name));
    }

    private Class<?> ownerClass() {
      for (String room : List.of("linalg", "random", "scalar", "solver")) {
        try {
          return Class.forName("org.stanj.stdlib." + room + "." + owner);
        } catch (ClassNotFoundException e) {
          continue;
        }
      }
      throw new AssertionError("no class " + owner);
    }
  }

  /** Reads all files of the index. */
  public static PreludeText load() {
    PreludeText text = new PreludeText(new ArrayList<>(), new ArrayList<>());
    for (String file : read("index.txt").split("\n")) {
      for (String block : read(file).split("\n\n+")) {
        text.add(file, List.of(block.split("\n")));
      }
    }
    return text;
  }

  static String read(String file) {
    try (InputStream in = PreludeText.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String file, List<String> lines) {
    List<String> attributes = lines.stream().filter(l -> l.matches("(@|/).*")).toList();
    List<String> rest = lines.stream().filter(l -> !l.matches("(@(?!.*kernel )|/).*")).toList();
    if (rest.isEmpty()) {
      return;
    }
    String text = String.join("\n", rest);
    if (text.matches("(?s)(@\\w+ )?kernel .*")) {
      addKernel(text);
      return;
    }
    int body = text.indexOf("{\n");
    int end = text.lastIndexOf(')', body < 0 ? text.length() : body);
    entries.add(
        new Entry(
            file, attributes, text.substring(0, end + 1), body < 0 ? "" : text.substring(body)));
  }

  private void addKernel(String text) {
    int open = text.indexOf('(');
    int close = text.indexOf(')');
    String[] name = text.substring(text.indexOf("kernel ") + 7, open).split("\\.");
    int arrow = text.indexOf("->");
    kernels.add(
        new Kernel(
            name[0],
            name[1],
            List.of(text.substring(open + 1, close).split(", ")),
            arrow < 0 ? "" : text.substring(arrow + 2, text.length() - 1).strip(),
            !text.startsWith("@") || text.startsWith("@scalar")));
  }
}
