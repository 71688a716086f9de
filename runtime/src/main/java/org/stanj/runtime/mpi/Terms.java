package org.stanj.runtime.mpi;

import org.stanj.stdlib.abi.Parcel;

/**
 * What a rank must know to bind the model as rank 0 does.
 *
 * @param dataFile its name; empty for none
 * @param dataChecksum of the file's contents on rank 0
 * @param seed for transformed data
 */
public record Terms(String dataFile, long dataChecksum, long seed) {
  void write(Parcel parcel) {
    parcel.put(dataFile);
    parcel.put(dataChecksum);
    parcel.put(seed);
  }

  static Terms read(Parcel parcel) {
    String file = parcel.takeText();
    long checksum = parcel.takeLong();
    return new Terms(file, checksum, parcel.takeLong());
  }
}
