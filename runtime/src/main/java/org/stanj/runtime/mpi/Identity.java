package org.stanj.runtime.mpi;

import java.util.List;
import org.stanj.stdlib.abi.Parcel;

/**
 * What makes a process one of ours, and must be the same on all ranks.
 *
 * @param program checksum of the model's code and of what runs it
 * @param arguments the command line
 */
public record Identity(long program, List<String> arguments) {
  /** Tells our greeting from what another program may send. */
  private static final long MARK = 0x73_74_61_6e_6a_2d_01L;

  public Identity {
    arguments = List.copyOf(arguments);
  }

  private String words() {
    return String.join(" ", arguments);
  }

  void write(Parcel parcel) {
    parcel.put(MARK);
    parcel.put(program);
    parcel.put(words());
  }

  /** What is wrong with the greeting of a rank; empty if nothing is. */
  String refusal(Parcel greeting) {
    if (greeting.takeLong() != MARK) {
      return "is not a model of this version of stanj";
    }
    if (greeting.takeLong() != program) {
      return "runs another program than rank 0, or one that another version of stanj has compiled";
    }
    String words = greeting.takeText();
    return words.equals(words()) ? "" : "was started with other arguments than rank 0: " + words;
  }
}
