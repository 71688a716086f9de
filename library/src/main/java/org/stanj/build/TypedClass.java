package org.stanj.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stanj.compiler.typed.Declaration;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.compiler.typed.TypedStmt;
import org.stanj.runtime.model.ModelInfo;

/**
 * The Java source of a model: {@code Schools} of {@code schools.stan} with the records {@code
 * Schools.Data} and the class {@code Schools.Draw}.
 */
final class TypedClass {
  private final String packageName;
  private final String stem;
  private final ModelInfo info;
  private final TypedProgram program;

  /**
   * @param stem the file's name without suffix
   */
  TypedClass(String packageName, String stem, ModelInfo info, TypedProgram program) {
    this.packageName = packageName;
    this.stem = stem;
    this.info = info;
    this.program = program;
  }

  /** The name of the class: words of the file's name with capitals, {@code EightSchools}. */
  static String typeName(String stem) {
    StringBuilder name = new StringBuilder();
    for (String word : stem.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    boolean legal = !name.isEmpty() && Character.isLetter(name.charAt(0));
    return legal ? name.toString() : "Model" + name;
  }

  String name() {
    return typeName(stem);
  }

  /** The whole file. */
  String text() {
    return """
        package %s;

        /** The program {@code %s.stan}. Generated from it: changes are lost. */
        public final class %s {
          /** The compiled program. */
          public static final org.stanj.StanModel MODEL =
              org.stanj.StanModel.of(%s.class, "%s", %s);

          private %s() {}

          /** The draws after warmup, one chain after the other. */
          public static java.util.stream.Stream<Draw> draws(org.stanj.Draws draws) {
            return java.util.stream.IntStream.range(0, draws.chains())
                .boxed()
                .flatMap(
                    c ->
                        java.util.stream.IntStream.range(0, draws.size(c))
                            .mapToObj(i -> new Draw(draws.values(c, i))));
          }

        %s
        %s}
        """
        .formatted(
            packageName,
            stem,
            name(),
            info.name(),
            info.name(),
            info.generatesQuantities(),
            name(),
            data().indent(2),
            draw().indent(2));
  }

  private String data() {
    List<Declaration> all = program.data();
    String docs =
        all.stream()
            .map(d -> " * @param " + name(d) + " {@code " + d.sized().type() + "}\n")
            .collect(Collectors.joining());
    String components =
        all.stream()
            .map(d -> new JavaType(d.sized().type()).text(0) + " " + name(d))
            .collect(Collectors.joining(", "));
    String entries =
        all.stream()
            .map(d -> "java.util.Map.entry(\"" + d.symbol().name() + "\", " + name(d) + ")")
            .collect(Collectors.joining(",\n            "));
    return """
        /**
         * The data of the program.
         *
        %s */
        public record Data(%s) {
          /** The same by their names in the program. */
          public org.stanj.Data toData() {
            return org.stanj.Data.of(
                java.util.Map.ofEntries(%s));
          }

          /** Binds the model to them; see {@link org.stanj.StanModel#bind(org.stanj.Data)}. */
          public org.stanj.Posterior bind() {
            return MODEL.bind(toData());
          }
        }
        """
        .formatted(docs, components, entries);
  }

  private static String name(Declaration declaration) {
    return JavaType.name(declaration.symbol().name());
  }

  private String draw() {
    StringBuilder methods = new StringBuilder();
    Set<String> used = new TreeSet<>(List.of("toValues"));
    for (Declaration declaration : outputs()) {
      String name = declaration.symbol().name();
      accessors(name, declaration.sized().type(), 0, used, methods);
    }
    return """
        /** Parameters, transformed parameters and generated quantities at one point. */
        public static final class Draw {
          private final org.stanj.Values values;

          /** The draw of some values of this model. */
          public Draw(org.stanj.Values values) {
            this.values = values;
          }

          /** The same by their names in the program. */
          public org.stanj.Values toValues() {
            return values;
          }
        %s}
        """
        .formatted(methods.toString().indent(2));
  }

  /** What draws hold, in their order. */
  private List<Declaration> outputs() {
    List<Declaration> all = new ArrayList<>(program.parameters());
    for (List<TypedStmt> block :
        List.of(program.transformedParameters(), program.generatedQuantities())) {
      for (TypedStmt statement : block) {
        if (statement instanceof TypedStmt.Declare declare) {
          all.add(declare.declaration());
        }
      }
    }
    return all;
  }

  /** The accessor of a variable; of a tuple those of its members, {@code t_1}. */
  private static void accessors(
      String name, StanType type, int outer, Set<String> used, StringBuilder out) {
    if (type.isTuple()) {
      for (int m = 0; m < type.members().size(); m++) {
        String member = name + "." + (m + 1);
        accessors(member, type.members().get(m), outer + type.arrays(), used, out);
      }
      return;
    }
    JavaType java = new JavaType(type);
    String method = JavaType.name(name.replace('.', '_'));
    while (!used.add(method)) {
      method += "_";
    }
    String text = java.text(outer);
    String source = java.isInt() ? "ints" : "get";
    out.append(
        """

        /** {@code %s}. */
        public %s %s() {
          return (%s) values.%s("%s");
        }
        """
            .formatted(type + " " + name, text, method, text, source, name));
  }
}
