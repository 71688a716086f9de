package org.stanj.runtime.mpi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Parcel;

/** A parcel and where it lies in memory. */
final class Box {
  final Parcel parcel = new Parcel();
  private @Nullable ByteBuffer known;
  private long address;

  long address() {
    ByteBuffer bytes = parcel.bytes();
    if (bytes != known) {
      known = bytes;
      address = Pointer.nativeValue(Native.getDirectBufferPointer(bytes));
    }
    return address;
  }
}
