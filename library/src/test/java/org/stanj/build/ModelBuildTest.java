package org.stanj.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.Data;
import org.stanj.Draws;
import org.stanj.Posterior;
import org.stanj.Stan;

/** A folder of programs becomes classes that Java programs use with types. */
final class ModelBuildTest {
  /** Names that Java keeps, and types of all kinds. */
  private static final String PROGRAM =
      """
      data {
        int n;
        vector[n] class;
        array[2] matrix[2, 2] wait;
        complex z;
        tuple(int, real) t;
      }
      parameters {
        real toValues;
        tuple(real, array[2] vector[n]) p;
      }
      model {
        toValues ~ normal(class, 1);
        p.1 ~ std_normal();
        for (i in 1:2) p.2[i] ~ std_normal();
      }
      generated quantities {
        array[2] int k = {n, t.1};
        array[2] matrix[2, 2] m = wait;
        {
          real hidden = 1;
        }
      }
      """;

  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  private Path program(String name, String text) throws Exception {
    Path file = folder.resolve("stan").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<Path> build() throws Exception {
    return new ModelBuild(
            folder.resolve("stan"),
            folder.resolve("java"),
            folder.resolve("classes"),
            "com.example",
            warnings::add)
        .run();
  }

  private ClassLoader compiled() throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(folder.resolve("java"))) {
      Iterable<? extends JavaFileObject> units =
          files.getJavaFileObjectsFromPaths(sources.filter(Files::isRegularFile).toList());
      String classes = folder.resolve("classes").toString();
      String path = System.getProperty("java.class.path") + File.pathSeparator + classes;
      List<String> options = List.of("-cp", path, "-d", classes, "-Xlint:all", "-Xdoclint:all");
      assertTrue(javac.getTask(told, files, null, options, null, units).call(), told::toString);
    }
    return new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()});
  }

  @Test
  void typedClassBindsAndReadsDraws() throws Exception {
    program("all_types-2.stan", PROGRAM);
    assertEquals(1, build().size());
    Class<?> model = compiled().loadClass("com.example.AllTypes2");
    Class<?> data =
        model.getClasses()[0].isRecord() ? model.getClasses()[0] : model.getClasses()[1];
    double[][][] wait = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    Object given =
        data.getConstructors()[0].newInstance(
            2, new double[] {1, 2}, wait, new double[] {1, 0}, Map.of("1", 9, "2", 0.5));
    Posterior bound = (Posterior) data.getMethod("bind").invoke(given);
    assertEquals("all_types_2_model", bound.model().name());
    double[] q = {1, 2, 3, 4, 5, 6};
    assertEquals(
        Stan.compile(PROGRAM).bind((Data) data.getMethod("toData").invoke(given)).logDensity(q),
        bound.logDensity(q));
    Draws draws = bound.sampling().chains(2).samples(3).warmup(20).run();
    Stream<?> typed = (Stream<?>) model.getMethod("draws", Draws.class).invoke(null, draws);
    List<?> all = typed.toList();
    assertEquals(6, all.size());
    Object last = all.get(5);
    assertEquals(draws.values(1, 2).real("toValues"), call(last, "toValues_"));
    assertEquals(draws.values(1, 2).real("p.1"), call(last, "p_1"));
    assertArrayEquals(draws.values(1, 2).matrix("p.2"), (double[][]) call(last, "p_2"));
    assertArrayEquals(new int[] {2, 9}, (int[]) call(last, "k"));
    assertArrayEquals(wait, (double[][][]) call(last, "m"));
    assertThrows(NoSuchMethodException.class, () -> last.getClass().getMethod("hidden"));
  }

  private static Object call(Object draw, String method) throws Exception {
    Method accessor = draw.getClass().getMethod(method);
    return accessor.invoke(draw);
  }

  @Test
  void programWithoutDataHasAnEmptyRecord() throws Exception {
    program("deep/one.stan", "parameters { real x; } model { x ~ std_normal(); }");
    build();
    Class<?> data = compiled().loadClass("com.example.deep.One$Data");
    Posterior bound =
        (Posterior) data.getMethod("bind").invoke(data.getConstructor().newInstance());
    assertEquals(-2, bound.logDensity(new double[] {2}));
  }

  @Test
  void filesThatStayTheSameKeepTheirTimes() throws Exception {
    program("a.stan", "parameters { real x; }");
    build();
    Path source = folder.resolve("java/com/example/A.java");
    FileTime long1 = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(source, long1);
    build();
    assertEquals(long1, Files.getLastModifiedTime(source));
    program("a.stan", "parameters { real y; }");
    build();
    assertTrue(Files.readString(source).contains("double y()"));
  }

  @Test
  void whatIsWrongIsToldWithItsFile() throws Exception {
    program("bad.stan", "parameters { real x; } model { x ~ nothing(); }");
    Exception wrong = assertThrows(BuildFailure.class, this::build);
    assertTrue(
        wrong.getMessage().startsWith("Semantic error in 'bad.stan', line 1"), wrong::getMessage);
    program("bad.stan", "transformed data { real h = 1 / 2; }");
    build();
    assertTrue(warnings.get(0).startsWith("Warning in 'bad.stan', line 1"), warnings.get(0));
    program("Bad.stan", "");
    Exception twice = assertThrows(BuildFailure.class, this::build);
    assertTrue(twice.getMessage().endsWith("both make the class com.example.Bad"));
    Files.delete(folder.resolve("stan/Bad.stan"));
    program("no-name/x.stan", "");
    Exception name = assertThrows(BuildFailure.class, this::build);
    assertTrue(name.getMessage().endsWith("no-name is no name of a Java package"));
  }

  @Test
  void namesOfClassesHaveCapitals() {
    assertEquals("EightSchools", TypedClass.typeName("eight_schools"));
    assertEquals("ArK2", TypedClass.typeName("ar-k.2"));
    assertEquals("Model2pl", TypedClass.typeName("2pl"));
  }

  @Test
  void commandDoesTheSame() throws Exception {
    program("a.stan", "parameters { real x; }");
    String[] words = {
      folder.resolve("stan").toString(),
      folder.resolve("java").toString(),
      folder.resolve("classes").toString(),
      "p"
    };
    assertEquals(0, Main.run(words));
    assertTrue(Files.exists(folder.resolve("java/p/A.java")));
    assertTrue(Files.exists(folder.resolve("classes/p/a_model.class")));
    program("a.stan", "parameters { real x }");
    assertEquals(1, Main.run(words));
    assertEquals(1, Main.run(new String[0]));
  }

  @Test
  void folderThatIsNotThereHasNoPrograms() throws Exception {
    assertEquals(List.of(), build());
  }
}
