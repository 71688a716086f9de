import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.io.JsonData;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/**
 * What slices cost and gain on any programs: microseconds of a gradient in one piece, and how many
 * times as long it takes cut on one thread, on two, and on two whose cores are both taken.
 * Arguments: programs {@code NAME.stan}, each with {@code NAME.json} beside it.
 */
public final class Programs {
  public static void main(String[] args) throws IOException {
    System.out.println("one piece us      cut  2 threads  none free");
    for (String file : args) {
      String data = file.replaceFirst("\\.stan$", ".json");
      compare(Path.of(file), bind(file, data, Limits.NONE), bind(file, data, Limits.DEFAULT));
    }
  }

  private static void compare(Path file, Model whole, Model cut) {
    Cores taken = new Cores(2);
    taken.enter();
    taken.enter();
    SlicePool.Rules rules = new SlicePool.Rules(true, false);
    try (SlicePool two = new SlicePool(new Cores(2), rules);
        SlicePool none = new SlicePool(taken, rules)) {
      double[] us = Gradients.measure(List.of(whole, cut, two.over(cut), none.over(cut)));
      System.out.printf(
          "%12.1f %8.3f %10.3f %10.3f  %s%n",
          us[0], us[1] / us[0], us[2] / us[0], us[3] / us[0], file.getFileName());
    }
  }

  private static Model bind(String file, String data, Limits limits) throws IOException {
    CompileOptions options = CompileOptions.DEFAULT.withSlices(limits);
    try (InputStream in = Files.newInputStream(Path.of(data))) {
      return ModelLoader.load(StanCompiler.compile(Path.of(file), options, warning -> {}))
          .bind(JsonData.read(in), 1);
    }
  }
}
