package org.stanj.runtime.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.adapt.AdaptiveHmc;
import org.stanj.runtime.adapt.PooledWarmup;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.Metric;
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
  private final Decisions decisions;
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
        fresh
            .hmc()
            .leaveMetricToPool(
                chain.saved().map(s -> s.sampler().moments()).filter(m -> m.count() > 0));
        decisions
            .shortening()
            .filter(learned -> wasAt(learned.meeting()))
            .ifPresent(learned -> fresh.shortenWarmup(decisions.state().warmup().orElseThrow()));
      }
      return begun;
    }

    /** Whether the chain was behind a meeting when it was saved. */
    private boolean wasAt(int meeting) {
      return chain.saved().map(s -> s.sampler().iteration() >= meeting).orElse(false);
    }

    /** Takes the result of a meeting that was held before the run was interrupted. */
    private void take(Decisions.Learned learned) {
      if (run.isEmpty() || wasAt(learned.meeting())) {
        return;
      }
      ChainRun present = run.get();
      present.hmc().beginWindow(Metric.of(settings.hmc().metric(), learned.inverse()));
      if (decisions.shortening().filter(learned::equals).isPresent()) {
        present.shortenWarmup(decisions.state().warmup().orElseThrow());
      }
    }

    /** Tells again what the files of a chain that has come to its end must say. */
    private void tellAgain(ChainState end) {
      Decisions.State state = decisions.state();
      state.warmup().ifPresent(chain.sink()::warmupShortened);
      if (state.stopped()) {
        int last = (int) end.sampler().iteration();
        int sampled = last - state.warmup().orElse(plannedWarmup());
        chain.sink().stopped(new Progress(Phase.SAMPLING, sampled, last, last));
      }
    }

    private void stop() {
      run.orElseThrow().stopSampling();
      finish();
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
    this.decisions = pace.meetings().decisions();
  }

  boolean run(List<ChainSpec> chains) {
    List<Member> members = new ArrayList<>();
    for (ChainSpec chain : chains) {
      Optional<double[]> start =
          chain.saved().map(state -> state.sampler().position()).or(() -> initialise(chain));
      if (start.isEmpty()) {
        return false;
      }
      Member member = new Member(chain, start.get());
      chain.saved().filter(ChainState::finished).ifPresent(member::tellAgain);
      members.add(member);
    }
    int warmup = plannedWarmup();
    if (pace.meetings().pooledWarmup()) {
      warmup = pooledWarmup(members);
    }
    if (!stopsEarly(members, warmup)) {
      advance(members, END);
    }
    return allEnded.get();
  }

  private int plannedWarmup() {
    return settings.algorithm() == Algorithm.HMC ? settings.numWarmup() : 0;
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
    warmup.restore(decisions.state().moments());
    for (int meeting : warmup.meetings()) {
      advance(members, meeting);
      decisions
          .at(meeting)
          .ifPresentOrElse(
              held -> members.forEach(member -> member.take(held)),
              () -> meet(warmup, meeting, members));
      if (decisions.shortening().filter(last -> last.meeting() == meeting).isPresent()) {
        return decisions.state().warmup().orElseThrow();
      }
    }
    return settings.numWarmup();
  }

  private void meet(PooledWarmup warmup, int meeting, List<Member> members) {
    List<ChainRun> present = members.stream().flatMap(m -> m.run.stream()).toList();
    List<AdaptiveHmc> chains = present.stream().map(ChainRun::hmc).toList();
    boolean settled = decided(members, () -> warmup.meet(meeting, chains));
    if (present.isEmpty()) {
      return;
    }
    Optional<Integer> shorter = settled ? Optional.of(warmup.end(meeting)) : Optional.empty();
    double[] inverse = warmup.metric().orElseThrow().inverse();
    decisions.learned(new Decisions.Learned(meeting, inverse), warmup.moments(), shorter);
    shorter.ifPresent(length -> present.forEach(run -> run.shortenWarmup(length)));
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
      if (at <= decisions.state().looks()) {
        continue;
      }
      advance(members, (long) warmup + at);
      if (!allEnded.get()) {
        return false;
      }
      boolean enough = decisions.state().stopped() || decided(members, rule::isEnough);
      decisions.looked(at, enough);
      if (enough) {
        members.stream().filter(member -> !member.ended).forEach(Member::stop);
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
