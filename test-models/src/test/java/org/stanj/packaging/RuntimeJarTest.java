package org.stanj.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** Reads the jar that models are appended to. It exists from phase {@code package} on. */
final class RuntimeJarTest {
  private static final Path JAR = Path.of("..", "runtime", "target", "runtime-model.jar");

  /** Tags of field, method and interface method references (JVMS 4.4). */
  private static final Set<Integer> MEMBERS = Set.of(9, 10, 11);

  private static final long LARGEST = 4_000_000;

  @BeforeEach
  void jarIsBuilt() {
    assumeTrue(Files.exists(JAR), "run in phase verify, which packages the runtime first");
  }

  @Test
  void answersEveryReference() throws IOException {
    Map<String, byte[]> classes = classes();
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      for (String used : referenced(entry.getValue())) {
        if (ours(used) && !classes.containsKey(used)) {
          missing.add(used + ", used by " + entry.getKey());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void holdsAllOfTheLibraryAndTheRuntime() throws IOException {
    Set<String> inJar = classes().keySet();
    for (String module : List.of("stdlib", "runtime")) {
      Path root = Path.of("..", module, "target", "classes");
      try (var files = Files.walk(root)) {
        List<String> compiled =
            files
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .filter(name -> !inJar.contains(name))
                .toList();
        assertEquals(List.of(), compiled, module);
      }
    }
  }

  @Test
  void isSmallAndStartsTheCommandLine() throws IOException {
    assertTrue(Files.size(JAR) < LARGEST, "bytes: " + Files.size(JAR));
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
      assertEquals("org.stanj.runtime.command.Main", main);
      assertNotNull(jar.getEntry(main.replace('.', '/') + ".class"));
      String mayCallC = jar.getManifest().getMainAttributes().getValue("Enable-Native-Access");
      assertEquals("ALL-UNNAMED", mayCallC);
    }
  }

  private static boolean ours(String name) {
    return name.startsWith("org/")
        || name.startsWith("com/fasterxml/")
        || name.startsWith("com/google/flatbuffers/")
        || name.startsWith("com/sun/jna/");
  }

  private static Map<String, byte[]> classes() throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          String name = entry.getName();
          classes.put(name.substring(0, name.length() - ".class".length()), in.readAllBytes());
        }
      }
    }
    return classes;
  }

  /**
   * Internal names of the parents and of the owners of all fields and methods that are used. Other
   * class constants do not count: those whose compile-time constants were copied are among them.
   */
  private static Set<String> referenced(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> names = new TreeSet<>(List.of(reader.getInterfaces()));
    names.add(reader.getSuperName());
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && MEMBERS.contains((int) reader.readByte(at - 1))) {
        String owner = reader.readClass(at, buffer);
        names.add(owner.replaceAll("^\\[+L?|;$", ""));
      }
    }
    return names;
  }
}
