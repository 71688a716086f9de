package org.stanj.runtime.mpi;

import com.sun.jna.NativeLibrary;
import java.util.List;

/**
 * The two kinds of MPI libraries that differ in their binary interface: in one a handle is the
 * address of a symbol, in the other an int that {@code mpi.h} fixes. Source: {@code mpi.h} of Open
 * MPI 4.1 and of MPICH 4.0, whose numbers the MPICH ABI initiative shares with Intel MPI, MVAPICH
 * and others.
 */
enum Family {
  OPEN_MPI(
      "Open MPI",
      "libopenmpi3",
      List.of("libmpi.so.40", "libmpi.so.20", "libmpi.so", "libmpi.40.dylib", "libmpi.dylib"),
      new Layout(8, 0, 4, 0)) {
    @Override
    Handles handles(NativeLibrary library) {
      return new Handles(
          address(library, MARK),
          address(library, "ompi_mpi_byte"),
          address(library, "ompi_mpi_errors_return"));
    }
  },
  MPICH(
      "MPICH or its kin",
      "mpich",
      List.of(
          "libmpich.so.12",
          "libmpi.so.12",
          "libmpi.so",
          "libmpich.so",
          "libmpi.12.dylib",
          "libmpi.dylib",
          "msmpi"),
      new Layout(4, 8, 12, 1)) {
    @Override
    Handles handles(NativeLibrary library) {
      return new Handles(0x44000000, 0x4c00010d, 0x54000001);
    }
  };

  /** A symbol that only Open MPI has. */
  private static final String MARK = "ompi_mpi_comm_world";

  private final String title;
  private final String debianPackage;
  private final List<String> libraries;
  private final Layout layout;

  /**
   * Where things lie in memory, in bytes.
   *
   * @param request size of a request
   * @param source offset of {@code MPI_SOURCE} in a status
   * @param tag offset of {@code MPI_TAG} in a status
   * @param ignore the address that stands for no statuses
   */
  record Layout(int request, int source, int tag, long ignore) {}

  /** Handles as wide as a pointer. */
  record Handles(long world, long bytes, long errorsReturn) {}

  Family(String title, String debianPackage, List<String> libraries, Layout layout) {
    this.title = title;
    this.debianPackage = debianPackage;
    this.libraries = libraries;
    this.layout = layout;
  }

  abstract Handles handles(NativeLibrary library);

  private static long address(NativeLibrary library, String symbol) {
    return com.sun.jna.Pointer.nativeValue(library.getGlobalVariableAddress(symbol));
  }

  /** The family of a library. */
  static Family of(NativeLibrary library) {
    try {
      library.getGlobalVariableAddress(MARK);
      return OPEN_MPI;
    } catch (UnsatisfiedLinkError e) {
      return MPICH;
    }
  }

  String title() {
    return title;
  }

  /** What Debian calls the package with the library. */
  String debianPackage() {
    return debianPackage;
  }

  /** Names of the library's file, the likeliest first. */
  List<String> libraries() {
    return libraries;
  }

  Layout layout() {
    return layout;
  }
}
