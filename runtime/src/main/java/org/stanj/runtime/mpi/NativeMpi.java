package org.stanj.runtime.mpi;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of MPI's C interface that we call, by their own names. All pointers and handles are
 * given as wide as a pointer; a library whose handles are ints reads the lower half of a register.
 * Only numbers are passed, so that JNA converts and allocates nothing.
 */
@SuppressWarnings({"MemberName", "checkstyle:MethodName"})
final class NativeMpi {
  /** Any thread may call, one at a time. */
  static final int THREAD_SERIALIZED = 2;

  static final int SUCCESS = 0;

  static final int ANY_TAG = -1;

  private NativeMpi() {}

  /** Binds the functions; once in a process. */
  static void bind(NativeLibrary library) {
    Native.register(NativeMpi.class, library);
  }

  static native int MPI_Init_thread(long argc, long argv, int required, long provided);

  static native int MPI_Finalize();

  static native int MPI_Comm_rank(long communicator, long rank);

  static native int MPI_Comm_size(long communicator, long size);

  static native int MPI_Comm_set_errhandler(long communicator, long handler);

  static native int MPI_Error_string(int code, long text, long length);

  static native int MPI_Isend(
      long buffer, int count, long type, int to, int tag, long communicator, long request);

  static native int MPI_Irecv(
      long buffer, int count, long type, int from, int tag, long communicator, long request);

  static native int MPI_Recv(
      long buffer, int count, long type, int from, int tag, long communicator, long status);

  static native int MPI_Testall(int count, long requests, long flag, long statuses);

  static native int MPI_Iprobe(int from, int tag, long communicator, long flag, long status);

  static native int MPI_Get_count(long status, long type, long count);
}
