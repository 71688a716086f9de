package org.stanj.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A watched run as lines of at most 79 characters where names are short. */
public final class WatchText {
  private static final int BAR = 20;

  private final Watch watch;

  public WatchText(Watch watch) {
    this.watch = watch;
  }

  /** A line for each chain, then what concerns all of them. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    watch.chains().forEach(chain -> lines.add(bar(chain) + " " + words(chain)));
    if (watch.chains().isEmpty()) {
      lines.add("No chain has begun yet.");
    } else if (watch.waiting() > 0) {
      lines.add(watch.waiting() + " more to begin.");
    }
    String agreement = watch.agreement().line();
    if (!agreement.isEmpty()) {
      lines.add(agreement);
    }
    return lines;
  }

  /** For example {@code chain 1 [#####---------------] 25%}. */
  private static String bar(ChainWatch chain) {
    Status at = chain.last();
    int done = (int) ((long) BAR * at.iteration() / Math.max(1, at.total()));
    return "%s [%s%s] %3d%%"
        .formatted(name(at), "#".repeat(done), "-".repeat(BAR - done), percent(at));
  }

  private static String name(Status at) {
    return "chain " + Integer.toUnsignedString(at.chain());
  }

  private static int percent(Status at) {
    return (int) (100L * at.iteration() / Math.max(1, at.total()));
  }

  private static String words(ChainWatch chain) {
    Status at = chain.last();
    String place = at.iteration() + "/" + at.total();
    String divergent = at.divergences() > 0 ? ", " + at.divergences() + " divergent" : "";
    if (chain.endedEarly()) {
      return "ended early at " + place + divergent;
    }
    if (at.isLast()) {
      return "done in " + time(at.elapsed()) + divergent;
    }
    return String.format(
        Locale.ROOT,
        "%s %s, %s/s, %s left%s",
        at.phase(),
        place,
        rate(chain.rate()),
        time(at.remaining()),
        divergent);
  }

  private static String rate(double perSecond) {
    return Double.isNaN(perSecond)
        ? "?"
        : String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
  }

  /** For example {@code 0:07} or {@code 2:03:59}. */
  private static String time(double seconds) {
    if (Double.isNaN(seconds)) {
      return "?";
    }
    long all = Math.round(seconds);
    return all < 3600
        ? "%d:%02d".formatted(all / 60, all % 60)
        : "%d:%02d:%02d".formatted(all / 3600, all / 60 % 60, all % 60);
  }

  /** The lines of chains that have passed another tenth, or have ended, without bars. */
  public List<String> news(java.util.Map<Integer, String> told) {
    List<String> lines = new ArrayList<>();
    for (ChainWatch chain : watch.chains()) {
      Status at = chain.last();
      String place = chain.hasEnded() ? "end" : at.phase() + percent(at) / 10;
      if (!place.equals(told.put(at.chain(), place))) {
        lines.add("%s: %d%%, %s".formatted(name(at), percent(at), words(chain)));
      }
    }
    return lines;
  }

  /** What is said of the agreement of chains; empty if nothing is known. */
  public String agreement() {
    return watch.agreement().line();
  }
}
