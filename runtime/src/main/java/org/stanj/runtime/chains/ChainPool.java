package org.stanj.runtime.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.adapt.AdaptiveHmc;
import org.stanj.runtime.adapt.PooledWarmup;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.model.Model;

/**
 * The chains of one run. What one of them throws ends the others before their next iteration and is
 * thrown again.
 *
 * <p>Where chains meet, each runs up to the meeting and gives its thread back; nobody waits with a
 * thread in hand, so that any number of threads will do. A chain that has failed is not at later
 * meetings; without it nothing is enough, and the others run to their end.
 */
final class ChainPool {
  private static final long END = Long.MAX_VALUE;

  private final Model model;
  private final SampleSettings settings;
  private final long seed;
  private final Chains.Pace pace;
  private final AtomicBoolean allEnded = new AtomicBoolean(true);

  /** A chain that can begin, has begun, or has come to its end. */
  private final class Member {
    private final ChainSpec chain;
    private final double[] start;
    private Optional<ChainRun> run = Optional.empty();
    private BooleanSupplier stopped = () -> false;
    private boolean ended;

    Member(ChainSpec chain, double[] start) {
      this.chain = chain;
      this.start = start;
      this.ended = chain.saved().map(ChainState::finished).orElse(false);
    }

    /**
     * Runs up to a meeting, or to the end.
     *
     * @param present whether to stop, until then
     */
    void advance(long until, BooleanSupplier present) {
      if (ended) {
        return;
      }
      stopped = present;
      boolean goesOn = (run.isPresent() || begin()) && run.orElseThrow().advance(until);
      if (!goesOn) {
        fail();
      } else if (until == END) {
        finish();
      }
    }

    private boolean begin() {
      ChainRun fresh = new ChainRun(model, settings, seed, chain, () -> stopped.getAsBoolean());
      run = Optional.of(fresh);
      boolean begun = fresh.begin(start);
      if (begun && pace.meetings().pooledWarmup()) {
        fresh.hmc().leaveMetricToPool();
      }
      return begun;
    }

    private void finish() {
      if (run.orElseThrow().finish()) {
        end();
      } else {
        fail();
      }
    }

    private void fail() {
      allEnded.set(false);
      end();
    }

    /** Its memory is not needed any more. */
    private void end() {
      ended = true;
      run = Optional.empty();
    }
  }

  ChainPool(Model model, SampleSettings settings, long seed, Chains.Pace pace) {
    this.model = model;
    this.settings = settings;
    this.seed = seed;
    this.pace = pace;
  }

  boolean run(List<ChainSpec> chains) {
    List<Member> members = new ArrayList<>();
    for (ChainSpec chain : chains) {
      Optional<double[]> start =
          chain.saved().map(state -> state.sampler().position()).or(() -> initialise(chain));
      if (start.isEmpty()) {
        return false;
      }
      members.add(new Member(chain, start.get()));
    }
    int warmup = settings.algorithm() == Algorithm.HMC ? settings.numWarmup() : 0;
    if (pace.meetings().pooledWarmup()) {
      warmup = pooledWarmup(members);
    }
    if (!stopsEarly(members, warmup)) {
      advance(members, END);
    }
    return allEnded.get();
  }

  private void advance(List<Member> members, long until) {
    BooleanSupplier interrupted = pace.interrupted();
    List<Tasks.Task> tasks = new ArrayList<>();
    for (Member member : members) {
      tasks.add(
          stopped ->
              member.advance(until, () -> stopped.getAsBoolean() || interrupted.getAsBoolean()));
    }
    try {
      Tasks.run("chains", tasks, pace.threads(), pace.cores());
    } catch (RuntimeException | Error e) {
      breakOff(members, e);
      throw e;
    }
  }

  /** What goes wrong ends all chains that have begun, with files as complete as they can be. */
  private static void breakOff(List<Member> members, Throwable reason) {
    for (Member member : members) {
      try {
        member.run.ifPresent(ChainRun::breakOff);
      } catch (RuntimeException e) {
        if (e != reason) {
          reason.addSuppressed(e);
        }
      }
    }
  }

  /** Runs warmup up to where it is to end; returns its length. */
  private int pooledWarmup(List<Member> members) {
    PooledWarmup warmup = new PooledWarmup(hmcSettings(), settings.thin());
    int end = settings.numWarmup();
    for (int meeting : warmup.meetings()) {
      advance(members, meeting);
      List<ChainRun> present = members.stream().flatMap(m -> m.run.stream()).toList();
      List<AdaptiveHmc> chains = present.stream().map(ChainRun::hmc).toList();
      if (decided(members, () -> warmup.meet(meeting, chains))) {
        int shorter = warmup.end(meeting);
        present.forEach(run -> run.shortenWarmup(shorter));
        return shorter;
      }
    }
    return end;
  }

  /** Makes a decision while no chain moves. */
  private static boolean decided(List<Member> members, BooleanSupplier meeting) {
    try {
      return meeting.getAsBoolean();
    } catch (RuntimeException e) {
      breakOff(members, e);
      throw e;
    }
  }

  /** Runs the chains from meeting to meeting; returns whether they have been stopped at one. */
  private boolean stopsEarly(List<Member> members, int warmup) {
    if (pace.meetings().stop().isEmpty()) {
      return false;
    }
    StopRule rule = pace.meetings().stop().get();
    for (int at = rule.next(0); at < settings.numSamples(); at = rule.next(at)) {
      advance(members, (long) warmup + at);
      if (!allEnded.get()) {
        return false;
      }
      if (decided(members, rule::isEnough)) {
        for (Member member : members) {
          member.run.orElseThrow().stopSampling();
          member.finish();
        }
        return true;
      }
    }
    return false;
  }

  private Optional<double[]> initialise(ChainSpec chain) {
    Optional<double[]> start = new Initialization(model, seed, chain).find();
    if (settings.algorithm() == Algorithm.HMC) {
      start.ifPresent(
          q -> {
            GradientTiming.report(model, q, chain.log());
            warn(chain.log());
          });
    }
    return start;
  }

  /** Tells of a warmup that cannot go as configured. */
  private void warn(ChainLog log) {
    List<String> warnings = AdaptiveHmc.warnings(hmcSettings());
    if (!warnings.isEmpty()) {
      log.info(String.join("\n", warnings));
    }
  }

  private AdaptiveHmc.Settings hmcSettings() {
    return new AdaptiveHmc.Settings(settings.numWarmup(), settings.hmc(), settings.adapt());
  }
}
