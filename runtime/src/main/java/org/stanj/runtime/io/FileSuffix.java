package org.stanj.runtime.io;

/** Where the suffix of a file name starts. */
public final class FileSuffix {
  private static final String PACKED = ".csv.gz";

  private FileSuffix() {}

  /**
   * The place of the last dot, or the length of the name if it has no suffix: a dot at the start of
   * the name in its folder, at the end, or behind another dot starts none. {@code .csv.gz} is one
   * suffix.
   */
  public static int start(String name) {
    int dot = name.endsWith(PACKED) ? name.length() - PACKED.length() : name.lastIndexOf('.');
    boolean inside = dot > name.lastIndexOf('/') + 1 && dot < name.length() - 1;
    return inside && name.charAt(dot - 1) != '.' ? dot : name.length();
  }
}
