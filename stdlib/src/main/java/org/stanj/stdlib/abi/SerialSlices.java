package org.stanj.stdlib.abi;

/** Runs the chunks one after the other, on the caller's thread. */
public final class SerialSlices implements SliceRunner {
  public static final SerialSlices INSTANCE = new SerialSlices();

  private SerialSlices() {}

  @Override
  public void run(SliceWork work, Kernels model, Scratch scratch) {
    work.alone(model, scratch);
  }
}
