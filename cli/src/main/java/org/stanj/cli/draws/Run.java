package org.stanj.cli.draws;

import java.util.List;

/**
 * The draws of the chains of one run.
 *
 * @param head of the first chain
 * @param chains in their order, all with equally many draws
 * @param names of the columns as they are shown, such as {@code theta[2,1]}; those of the sampler
 *     end in {@code __}
 * @param source of the draws
 * @param notes what is wrong with the files, a sentence or two each
 */
public record Run(
    RunHead head,
    List<ChainFacts> chains,
    List<String> names,
    DrawSource source,
    List<String> notes)
    implements AutoCloseable {
  public Run {
    chains = List.copyOf(chains);
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }

  /** Draws of each chain. */
  public int draws() {
    return chains.get(0).draws();
  }

  /** Whether there is such a column. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** A column as {@code [chain][iteration]}. */
  public double[][] column(int column) {
    double[][] draws = new double[chains.size()][];
    for (int c = 0; c < draws.length; c++) {
      draws[c] = source.column(c, column);
    }
    return draws;
  }

  /** The column of a name that {@link #has}. */
  public double[][] column(String name) {
    return column(names.indexOf(name));
  }

  /** Whether the sampler moved nothing, so that there is no convergence to judge. */
  public boolean isFixed() {
    return head.setting("algorithm", "").equals("fixed_param");
  }

  @Override
  public void close() {
    source.close();
  }
}
