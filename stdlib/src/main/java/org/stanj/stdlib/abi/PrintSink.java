package org.stanj.stdlib.abi;

/** Receives the lines that a program prints. */
@FunctionalInterface
public interface PrintSink {
  /** Lines go to standard output. */
  PrintSink STANDARD_OUT = System.out::println;

  /** Receives one line, without its end. */
  void line(String text);
}
