package org.stanj.compiler.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions of the prelude by name. Loading only finds the names; a header is read when its
 * function is asked for, since this happens at every compilation in a cold virtual machine.
 */
public final class Library {
  private static final String PRELUDE = "/org/stanj/stdlib/prelude/";
  private static final String CONSTRAIN = "_constrain";
  private static final String JACOBIAN = "_jacobian";
  private static final String UNCONSTRAIN = "_unconstrain";
  private static final String STAN_NAMES = "/org/stanj/compiler/library/stan-function-names.txt";

  private final Map<String, List<Entry>> entries;
  private final Map<String, Entry> kernelEntries;
  private final Map<String, List<LibraryFunction>> functions = new ConcurrentHashMap<>();
  private final Map<String, LibraryKernel> kernels = new ConcurrentHashMap<>();

  private Library(Map<String, List<Entry>> entries, Map<String, Entry> kernelEntries) {
    this.entries = entries;
    this.kernelEntries = kernelEntries;
  }

  /** The library that the prelude resources of {@code stdlib} describe. */
  public static Library load() {
    List<Entry> all = new ArrayList<>();
    for (String name : lines(PRELUDE + "index.txt")) {
      all.addAll(EntryScanner.scan(new PreludeFile(name, read(PRELUDE + name))));
    }
    return of(all);
  }

  /** A library of one file, given as text. */
  static Library ofText(String file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(EntryScanner.scan(new PreludeFile(file, bytes)));
  }

  private static Library of(List<Entry> all) {
    Map<String, List<Entry>> byName = new HashMap<>();
    Map<String, Entry> kernelEntries = new HashMap<>();
    for (Entry entry : all) {
      if (entry.kernel()) {
        kernelEntries.put(entry.name(), entry);
      } else {
        byName.computeIfAbsent(entry.name(), n -> new ArrayList<>()).add(entry);
      }
    }
    return new Library(byName, kernelEntries);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Library.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }

  private static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    for (String line : new String(read(resource), StandardCharsets.UTF_8).split("\n")) {
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    return lines;
  }

  /** The overloads of a name in the order of the prelude; empty if there are none. */
  public List<LibraryFunction> functions(String name) {
    List<Entry> found = entries.get(name);
    if (found == null) {
      return name.endsWith(CONSTRAIN) ? derived(name) : List.of();
    }
    return functions.computeIfAbsent(
        name, n -> found.stream().map(FunctionReader::function).toList());
  }

  /** The {@code *_constrain} functions are the {@code *_jacobian} ones without the Jacobian. */
  private List<LibraryFunction> derived(String name) {
    String stem = name.substring(0, name.length() - CONSTRAIN.length());
    return functions(stem + JACOBIAN).stream().map(f -> renamed(f, name)).toList();
  }

  /** The {@code *_jacobian} function that a {@code *_constrain} function is derived from. */
  public static LibraryFunction withJacobian(LibraryFunction constrain) {
    String name = constrain.name();
    return renamed(constrain, name.substring(0, name.length() - CONSTRAIN.length()) + JACOBIAN);
  }

  /** The type whose name is a constraint. */
  public Constraint constraint(String type) {
    for (List<Entry> overloads : entries.values()) {
      for (Entry entry : overloads) {
        if (entry.name().endsWith(JACOBIAN) && ConstraintReader.declares(entry, type)) {
          String stem = entry.name().substring(0, entry.name().length() - JACOBIAN.length());
          return ConstraintReader.constraint(entry, functions(stem + UNCONSTRAIN));
        }
      }
    }
    throw new IllegalStateException("the prelude has no constraint " + type);
  }

  private static LibraryFunction renamed(LibraryFunction f, String name) {
    return new LibraryFunction(
        name,
        f.says(),
        f.parameters(),
        f.result(),
        f.form(),
        f.mapping(),
        f.generator(),
        f.primitive(),
        f.derivatives(),
        f.text(),
        f.documentation());
  }

  /** Whether the prelude has a function of this name. */
  public boolean contains(String name) {
    return entries.containsKey(name) || (name.endsWith(CONSTRAIN) && !derived(name).isEmpty());
  }

  /** The names of all functions. */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * The functions that programs can call, file by file: each name where it stands first, those that
   * follow from others behind them. Reads all headers; for documents only.
   */
  public List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String file : lines(PRELUDE + "index.txt")) {
      PreludeFile text = new PreludeFile(file, read(PRELUDE + file));
      List<String> names = new ArrayList<>();
      for (Entry entry : EntryScanner.scan(text)) {
        if (!entry.kernel() && isPublic(entry.name()) && seen.add(entry.name())) {
          names.add(entry.name());
          derivedName(entry.name()).ifPresent(names::add);
        }
      }
      if (!names.isEmpty()) {
        chapters.add(new Chapter(heading(text), names));
      }
    }
    return chapters;
  }

  private boolean isPublic(String name) {
    List<LibraryFunction> overloads = functions(name);
    return overloads.isEmpty() || !overloads.stream().allMatch(LibraryFunction::internal);
  }

  private static Optional<String> derivedName(String name) {
    return name.endsWith(JACOBIAN)
        ? Optional.of(name.substring(0, name.length() - JACOBIAN.length()) + CONSTRAIN)
        : Optional.empty();
  }

  /** The first comment up to a full stop or a colon. */
  private static String heading(PreludeFile file) {
    String first = file.text(0, file.lineEnd(0));
    return first.replaceFirst("^//\\s*", "").replaceFirst("[.:]( .*)?$", "");
  }

  /** The kernel that bodies call by this name, e.g. {@code LinearAlgebra_cholesky}. */
  public Optional<LibraryKernel> kernel(String name) {
    Entry found = kernelEntries.get(name);
    return found == null
        ? Optional.empty()
        : Optional.of(kernels.computeIfAbsent(name, n -> KernelReader.kernel(found)));
  }

  /** The names of all kernels. */
  public Set<String> kernelNames() {
    return Collections.unmodifiableSet(kernelEntries.keySet());
  }

  /** The name to use instead of a deprecated one. */
  public Optional<String> replacement(String name) {
    return entries.getOrDefault(name, List.of()).stream()
        .flatMap(entry -> Attributes.of(entry).replacement().stream())
        .findFirst();
  }

  /** Whether Stan's own library has a function of this name. Reads a list; for messages only. */
  public static boolean isNameInStan(String name) {
    return stanNames().contains(name);
  }

  /** The names of all functions of Stan's own library, sorted. */
  public static List<String> stanNames() {
    return lines(STAN_NAMES);
  }
}
