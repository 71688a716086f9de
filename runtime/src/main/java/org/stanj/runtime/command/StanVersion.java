package org.stanj.runtime.command;

/** The version of Stan whose command line and files these are. */
final class StanVersion {
  static final String MAJOR = "2";
  static final String MINOR = "37";
  static final String PATCH = "0";
  static final String STANC = "stanc3 v2.37.0";

  private StanVersion() {}
}
