package org.stanj.runtime.hmc;

import java.util.ArrayList;
import java.util.List;

/**
 * A trajectory of leapfrog steps with the generalised turn criterion: a tree with momentum sum ρ
 * and velocities v₁, v₂ at its ends goes on while v₁·ρ &gt; 0 and v₂·ρ &gt; 0.
 */
final class HamiltonianTrajectory implements Trajectory {
  private final Hamiltonian hamiltonian;
  private final PhasePoint origin;
  private final PhasePoint forward;
  private final PhasePoint backward;
  private final List<Slot> slots = new ArrayList<>();
  private double stepSize;
  private double initialEnergy;

  HamiltonianTrajectory(Hamiltonian hamiltonian, int n) {
    this.hamiltonian = hamiltonian;
    origin = new PhasePoint(n);
    forward = new PhasePoint(n);
    backward = new PhasePoint(n);
  }

  /** Sets the start, with its momentum, and the step size of the trajectory. */
  void aim(PhasePoint from, double size) {
    origin.copyFrom(from);
    initialEnergy = hamiltonian.energy(from);
    stepSize = size;
  }

  /** The state that the tree in the slot proposes. */
  PhasePoint proposal(int slot) {
    return slots.get(slot).proposal;
  }

  @Override
  public void start(int slot) {
    forward.copyFrom(origin);
    backward.copyFrom(origin);
    slot(slot).begin(origin, hamiltonian.metric());
  }

  @Override
  public double step(int direction, int slot) {
    PhasePoint end = direction > 0 ? forward : backward;
    hamiltonian.leapfrog(end, direction * stepSize);
    slot(slot).begin(end, hamiltonian.metric());
    double weight = initialEnergy - hamiltonian.energy(end);
    return Double.isNaN(weight) ? Double.NEGATIVE_INFINITY : weight;
  }

  /** All three criteria in one pass, as HotSpot has one loop to compile then. */
  @Override
  public boolean turns(int first, int second) {
    Slot a = slots.get(first);
    Slot b = slots.get(second);
    double all1 = 0;
    double all2 = 0;
    double left1 = 0;
    double left2 = 0;
    double right1 = 0;
    double right2 = 0;
    for (int i = 0; i < a.momentumSum.length; i++) {
      double all = a.momentumSum[i] + b.momentumSum[i];
      all1 += a.firstVelocity[i] * all;
      all2 += b.lastVelocity[i] * all;
      double left = a.momentumSum[i] + b.firstMomentum[i];
      left1 += a.firstVelocity[i] * left;
      left2 += b.firstVelocity[i] * left;
      double right = b.momentumSum[i] + a.lastMomentum[i];
      right1 += a.lastVelocity[i] * right;
      right2 += b.lastVelocity[i] * right;
    }
    return !(all1 > 0 && all2 > 0 && left1 > 0 && left2 > 0 && right1 > 0 && right2 > 0);
  }

  @Override
  public void join(int first, int second) {
    slots.get(first).append(slots.get(second));
  }

  @Override
  public void propose(int from, int to) {
    Slot source = slots.get(from);
    Slot target = slots.get(to);
    PhasePoint taken = source.proposal;
    source.proposal = target.proposal;
    target.proposal = taken;
  }

  @Override
  public void flip(int slot) {
    slots.get(slot).flip();
  }

  private Slot slot(int i) {
    while (slots.size() <= i) {
      slots.add(new Slot(origin.q.length));
    }
    return slots.get(i);
  }

  /** A tree: what its ends and its sum of momenta are, and the state it proposes. */
  private static final class Slot {
    private double[] firstMomentum;
    private double[] lastMomentum;
    private double[] firstVelocity;
    private double[] lastVelocity;
    private final double[] momentumSum;
    private PhasePoint proposal;

    private Slot(int n) {
      firstMomentum = new double[n];
      lastMomentum = new double[n];
      firstVelocity = new double[n];
      lastVelocity = new double[n];
      momentumSum = new double[n];
      proposal = new PhasePoint(n);
    }

    private void begin(PhasePoint z, Metric metric) {
      int n = momentumSum.length;
      metric.velocity(z.p, firstVelocity);
      System.arraycopy(firstVelocity, 0, lastVelocity, 0, n);
      System.arraycopy(z.p, 0, firstMomentum, 0, n);
      System.arraycopy(z.p, 0, lastMomentum, 0, n);
      System.arraycopy(z.p, 0, momentumSum, 0, n);
      proposal.copyFrom(z);
    }

    /** Takes the other's last state by exchange: the other is not used again. */
    private void append(Slot other) {
      double[] momentum = lastMomentum;
      lastMomentum = other.lastMomentum;
      other.lastMomentum = momentum;
      double[] velocity = lastVelocity;
      lastVelocity = other.lastVelocity;
      other.lastVelocity = velocity;
      for (int i = 0; i < momentumSum.length; i++) {
        momentumSum[i] += other.momentumSum[i];
      }
    }

    private void flip() {
      double[] momentum = firstMomentum;
      firstMomentum = lastMomentum;
      lastMomentum = momentum;
      double[] velocity = firstVelocity;
      firstVelocity = lastVelocity;
      lastVelocity = velocity;
    }
  }
}
