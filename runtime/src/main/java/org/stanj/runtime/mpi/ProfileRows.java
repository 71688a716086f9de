package org.stanj.runtime.mpi;

import java.util.ArrayList;
import java.util.List;
import org.stanj.stdlib.abi.Parcel;
import org.stanj.stdlib.abi.ProfileTimes;

/** Times of profile blocks on their way from a rank to rank 0. */
final class ProfileRows {
  /** Threads of a rank are numbered from here times its number, so that no two have the same. */
  private static final long THREADS = 1_000_000;

  private ProfileRows() {}

  static void write(Parcel parcel, List<ProfileTimes.Entry> entries, int rank) {
    parcel.put(entries.size());
    for (ProfileTimes.Entry e : entries) {
      parcel.put(e.name());
      parcel.put(rank * THREADS + e.thread());
      parcel.put(e.forwardNanos());
      parcel.put(e.reverseNanos());
      parcel.put(e.gradients());
      parcel.put(e.values());
    }
  }

  static List<ProfileTimes.Entry> read(Parcel parcel) {
    List<ProfileTimes.Entry> entries = new ArrayList<>();
    for (int left = parcel.takeInt(); left > 0; left--) {
      String name = parcel.takeText();
      long thread = parcel.takeLong();
      long forward = parcel.takeLong();
      long reverse = parcel.takeLong();
      long gradients = parcel.takeLong();
      entries.add(
          new ProfileTimes.Entry(name, thread, forward, reverse, gradients, parcel.takeLong()));
    }
    return entries;
  }
}
