package org.stanj.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the class files of all modules against the table of {@link Rooms}. */
final class ArchitectureTest {
  private static final String ROOT = "org.stanj";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Set<String> rooms() {
    return Rooms.TABLE.keySet();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomUsesOnlyWhatItsRowAllows(String room) {
    Rooms.rule(ROOT, room, Rooms.TABLE.get(room)).check(CLASSES);
  }

  @Test
  void everyPackageHasARow() {
    Set<String> found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT + "."))
            .map(name -> name.substring(ROOT.length() + 1))
            .filter(name -> !name.equals("grammar"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(found.contains("runtime.model"), "no classes of ours were found: " + found);
    found.removeAll(Rooms.TABLE.keySet());
    assertEquals(Set.of(), found, "packages without a row in Rooms");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void samplersKnowOnlyTheModel() {
    Set<String> known = Set.of("runtime.hmc", "runtime.model");
    for (String sampler : List.of("runtime.hmc", "runtime.adapt")) {
      List<String> rooms =
          Rooms.TABLE.get(sampler).stream().filter(name -> name.startsWith("runtime.")).toList();
      assertTrue(known.containsAll(rooms), sampler + " may use " + rooms);
    }
  }

  /** A rule that nothing can break would pass too: this class breaks it. */
  @Test
  void ruleRejectsAPlantedUse() {
    JavaClasses planted = new ClassFileImporter().importPackages("org.stanj.planted");
    ArchRule rule = Rooms.rule("org.stanj.planted", "hmc", List.of("model"));
    AssertionError error = assertThrows(AssertionError.class, () -> rule.check(planted));
    assertTrue(error.getMessage().contains("PlantedSampler"), error.getMessage());
    Rooms.rule("org.stanj.planted", "hmc", List.of("command")).check(planted);
    AssertionError cycle =
        assertThrows(
            AssertionError.class,
            () ->
                slices()
                    .matching("org.stanj.planted.(**)")
                    .should()
                    .beFreeOfCycles()
                    .check(planted));
    assertTrue(cycle.getMessage().contains("Cycle detected"), cycle.getMessage());
  }
}
