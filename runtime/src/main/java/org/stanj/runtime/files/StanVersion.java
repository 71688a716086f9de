package org.stanj.runtime.files;

/** The version of Stan whose command line and files these are. */
public final class StanVersion {
  public static final String MAJOR = "2";
  public static final String MINOR = "37";
  public static final String PATCH = "0";
  static final String STANC = "stanc3 v2.37.0";

  private StanVersion() {}
}
