package org.stanj.runtime.mpi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.stanj.runtime.arguments.CommandFailure;

/**
 * All ranks of the launch, and the calls that pass messages between them. Any thread may call, but
 * the library sees one at a time: a lock is held for each call, and may be held for several.
 */
final class Communicator {
  private static final int LONGEST_ERROR = 4096;
  private static final long LONGEST_START_SECONDS = 120;

  private final Family.Layout layout;
  private final Family.Handles handles;
  private final int rank;
  private final int size;
  private final ReentrantLock lock = new ReentrantLock();

  /** An int or two that the library fills in. */
  private final Memory answer = new Memory(8);

  private final Memory status = new Memory(64);
  private final long answerAt = Pointer.nativeValue(answer);
  private final long statusAt = Pointer.nativeValue(status);

  private Communicator(MpiLibrary mpi) {
    layout = mpi.family().layout();
    handles = mpi.family().handles(mpi.library());
    check(NativeMpi.MPI_Init_thread(0, 0, NativeMpi.THREAD_SERIALIZED, answerAt));
    int provided = answer.getInt(0);
    check(NativeMpi.MPI_Comm_set_errhandler(handles.world(), handles.errorsReturn()));
    check(NativeMpi.MPI_Comm_rank(handles.world(), answerAt));
    rank = answer.getInt(0);
    check(NativeMpi.MPI_Comm_size(handles.world(), answerAt));
    size = answer.getInt(0);
    if (provided < NativeMpi.THREAD_SERIALIZED) {
      throw new CommandFailure(
          "Error: the MPI library "
              + mpi.library().getName()
              + " was built without support of threads (MPI_THREAD_SERIALIZED)");
    }
  }

  /**
   * Connects this process with the others; returns when all have come.
   *
   * @throws CommandFailure if the library does not find those that the launcher has started
   */
  static Communicator join(MpiLibrary mpi, Launch launch) {
    NativeMpi.bind(mpi.library());
    Communicator all = open(mpi, launch);
    if (all.size != launch.size() || all.rank != launch.rank()) {
      throw new CommandFailure(
          "Error: MPI, rank "
              + launch.rank()
              + ": the launcher has started "
              + launch.size()
              + " processes, but the library "
              + mpi.library().getName()
              + " sees "
              + all.size
              + ": it belongs to another MPI than the launcher. Name the right one by "
              + Launch.CHOICE
              + "=/path/of/libmpi.so.");
    }
    return all;
  }

  /** The library waits for all processes for ever, and cannot be interrupted. */
  private static Communicator open(MpiLibrary mpi, Launch launch) {
    FutureTask<Communicator> opening = new FutureTask<>(() -> new Communicator(mpi));
    Thread thread = new Thread(opening, "mpi");
    thread.setDaemon(true);
    thread.start();
    try {
      return opening.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CommandFailure(
          "Error: MPI, rank "
              + launch.rank()
              + ": not all processes have come within "
              + LONGEST_START_SECONDS
              + " seconds; are all "
              + launch.size()
              + " of them the same model?");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CommandFailure failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int rank() {
    return rank;
  }

  int size() {
    return size;
  }

  /** Requests of this library. */
  Requests requests(int most) {
    return new Requests(most, layout.request());
  }

  /** Held while several calls belong together. */
  ReentrantLock lock() {
    return lock;
  }

  /** Begins to send what was put into the box; it stays as it is until that is done. */
  void send(Box box, int to, int tag, Requests requests) {
    lock.lock();
    try {
      check(
          NativeMpi.MPI_Isend(
              box.address(),
              box.parcel.size(),
              handles.bytes(),
              to,
              tag,
              handles.world(),
              requests.next()));
    } finally {
      lock.unlock();
    }
  }

  /** Begins to receive up to so many bytes. */
  void receive(Box box, int bytes, int from, int tag, Requests requests) {
    box.parcel.room(bytes);
    lock.lock();
    try {
      check(
          NativeMpi.MPI_Irecv(
              box.address(), bytes, handles.bytes(), from, tag, handles.world(), requests.next()));
    } finally {
      lock.unlock();
    }
  }

  /** Whether all requests are done; false also while another thread uses the library. */
  boolean done(Requests requests) {
    if (requests.count() == 0) {
      return true;
    }
    if (!lock.tryLock()) {
      return false;
    }
    try {
      check(NativeMpi.MPI_Testall(requests.count(), requests.first(), answerAt, layout.ignore()));
      return answer.getInt(0) != 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a message that has come from a rank.
   *
   * @return its tag; -1 if there is none
   */
  int take(int from, Box box) {
    lock.lock();
    try {
      check(NativeMpi.MPI_Iprobe(from, NativeMpi.ANY_TAG, handles.world(), answerAt, statusAt));
      if (answer.getInt(0) == 0) {
        return -1;
      }
      int tag = status.getInt(layout.tag());
      check(NativeMpi.MPI_Get_count(statusAt, handles.bytes(), answerAt));
      int bytes = answer.getInt(0);
      box.parcel.rewind();
      box.parcel.room(bytes);
      check(
          NativeMpi.MPI_Recv(
              box.address(), bytes, handles.bytes(), from, tag, handles.world(), statusAt));
      return tag;
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the others, who all do the same. */
  void close() {
    lock.lock();
    try {
      NativeMpi.MPI_Finalize();
    } finally {
      lock.unlock();
    }
  }

  private static void check(int code) {
    if (code == NativeMpi.SUCCESS) {
      return;
    }
    try (Memory text = new Memory(LONGEST_ERROR);
        Memory length = new Memory(8)) {
      text.clear();
      NativeMpi.MPI_Error_string(code, Pointer.nativeValue(text), Pointer.nativeValue(length));
      throw new CommandFailure(
          "Error: MPI: " + text.getString(0, StandardCharsets.ISO_8859_1.name()));
    }
  }
}
