package org.stanj.runtime.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.ProfileTimes.Entry;

/** The rows of the file with times. */
final class ProfileFileTest {
  private static final List<Entry> TWO_THREADS =
      List.of(
          new Entry("a", 1, 1_000_000_000, 0, 2, 1),
          new Entry("b", 1, 0, 500_000_000, 2, 0),
          new Entry("a", 7, 2_000_000_000, 250_000_000, 5, 0));

  @TempDir private Path folder;

  private List<String> rows(boolean byThread) throws IOException {
    Path path = folder.resolve("p.csv");
    ProfileFile file = new ProfileFile(path.toString(), byThread);
    ClassLoader loader = Model.class.getClassLoader();
    file.watch(
        (Model)
            Proxy.newProxyInstance(
                loader, new Class<?>[] {Model.class}, (model, method, arguments) -> TWO_THREADS));
    file.write();
    List<String> lines = Files.readAllLines(path);
    return lines.subList(1, lines.size());
  }

  @Test
  void threadedModelsHaveRowsForEachThread() throws IOException {
    assertEquals(
        List.of("a,1,1,1,0,0,0,2,1", "b,1,0.5,0,0.5,0,0,2,0", "a,7,2.25,2,0.25,0,0,5,0"),
        rows(true));
  }

  @Test
  void othersHaveOneForEachBlock() throws IOException {
    assertEquals(List.of("a,1,3.25,3,0.25,0,0,7,1", "b,1,0.5,0,0.5,0,0,2,0"), rows(false));
  }
}
