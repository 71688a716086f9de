package org.stanj.runtime.diagnostics;

/** Diagnostics of the energy of a chain. */
public final class Energy {
  private Energy() {}

  /**
   * E-BFMI, Σ(Eₙ − Eₙ₋₁)²/Σ(Eₙ − Ē)²: how well new momenta explore the energies. Below 0.3 the
   * chain hardly moves between energy levels.
   *
   * <p>Source: Betancourt 2016, arXiv:1604.00695.
   *
   * @param energy {@code energy__} of one chain
   * @return NaN if the energies are equal, or fewer than two
   */
  public static double bfmi(double[] energy) {
    double jumps = 0;
    for (int i = 1; i < energy.length; i++) {
      jumps += (energy[i] - energy[i - 1]) * (energy[i] - energy[i - 1]);
    }
    return jumps / (Sample.variance(energy) * (energy.length - 1));
  }
}
