import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stanj.compiler.slice.Limits;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/**
 * One likelihood written in several ways: microseconds of a gradient on one thread and on two, and what slices cost on
 * one thread, against the program in one piece. Arguments: folder of the programs, rows, columns, groups.
 */
public final class Forms {
  public static void main(String[] args) throws Exception {
    int[] sizes = {Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3])};
    Map<String, Model> forms = new TreeMap<>();
    forms.put("map_rect", bind(args[0] + "/jobs.stan", Limits.DEFAULT, sizes));
    forms.put("plain", bind(args[0] + "/plain.stan", Limits.DEFAULT, sizes));
    forms.put("reduce_sum", bind(args[0] + "/logistic.stan", Limits.DEFAULT, sizes));
    Model whole = bind(args[0] + "/plain.stan", Limits.NONE, sizes);
    SlicePool.Rules rules = new SlicePool.Rules(true, false);
    try (SlicePool two = new SlicePool(new Cores(2), rules)) {
      List<Model> sides = new ArrayList<>(List.of(whole));
      for (Model form : forms.values()) {
        sides.addAll(List.of(form, two.over(form)));
      }
      print(List.copyOf(forms.keySet()), Gradients.measure(sides));
    }
  }

  private static void print(List<String> names, double[] us) {
    System.out.printf("in one piece: %.1f us%n", us[0]);
    System.out.println("            alone us  against one piece  2 threads  ratio");
    for (int i = 0; i < names.size(); i++) {
      double alone = us[1 + 2 * i];
      double shared = us[2 + 2 * i];
      System.out.printf("%-10s %9.1f %18.3f %10.1f %6.2f%n", names.get(i), alone, alone / us[0], shared, alone / shared);
    }
  }

  private static Model bind(String file, Limits limits, int[] sizes) throws Exception {
    return new Logistic(file, limits).bind(sizes[0], sizes[1], sizes[2]);
  }
}
