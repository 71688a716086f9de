package org.stanj.stdlib.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ParcelTest {
  @Test
  void givesBackWhatWasPutInOrder() {
    Parcel parcel = new Parcel();
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 200; round++) {
      int n = random.nextInt(round < 190 ? 40 : 4000);
      int offset = random.nextInt(3);
      double[] reals = random.doubles(n + offset).toArray();
      int[] ints = random.ints(n + offset).toArray();
      String text = "ä" + "x".repeat(n) + "\0∞";
      parcel.rewind();
      parcel.put(Long.MIN_VALUE);
      parcel.put(ints, offset, n);
      parcel.put(-1);
      parcel.put(text);
      parcel.put(reals, offset, n);
      parcel.put("");
      int size = parcel.size();
      parcel.rewind();
      assertEquals(Long.MIN_VALUE, parcel.takeLong());
      int[] intsBack = new int[n + offset];
      parcel.take(intsBack, offset, n);
      System.arraycopy(ints, 0, intsBack, 0, offset);
      assertArrayEquals(ints, intsBack);
      assertEquals(-1, parcel.takeInt());
      assertEquals(text, parcel.takeText());
      double[] realsBack = new double[n + offset];
      parcel.take(realsBack, offset, n);
      System.arraycopy(reals, 0, realsBack, 0, offset);
      assertArrayEquals(reals, realsBack);
      assertEquals("", parcel.takeText());
      assertEquals(size, parcel.size());
      assertTrue(parcel.bytes().capacity() >= size);
    }
  }

  @Test
  void rejectionKeepsItsKindMessageAndPlaces() {
    RejectException thrown =
        RejectException.domain("mu is -1").in("(in 'm.stan', line 3)").in("(in 'm.stan', line 9)");
    Parcel parcel = new Parcel();
    thrown.write(parcel);
    parcel.rewind();
    RejectException read = RejectException.read(parcel);
    assertEquals(thrown.kind(), read.kind());
    assertEquals(thrown.getMessage(), read.getMessage());
    assertEquals(thrown.in("(in 'a')").getMessage(), read.in("(in 'a')").getMessage());
  }

  /** The work that was sent fills the same rows elsewhere, also if only some chunks are run. */
  @Test
  void sumDoesTheSameElsewhere() {
    double[][] sent = new double[1][];
    Parcel parcel = new Parcel();
    SliceRunner sends =
        (work, model, scratch) -> {
          parcel.rewind();
          work.write(parcel);
          work.place(0, new double[work.chunks() * work.width()]);
          for (int c = 0; c < work.chunks(); c++) {
            work.chunk(c, model, scratch);
          }
          sent[0] = Arrays.copyOfRange(work.rows(), work.row(0), work.row(work.chunks()));
        };
    Scratch scratch = new Scratch(1, 0, sends);
    double[] active = {9, 2, 3};
    Frames frames = Frames.of(active, 1, 2, new double[] {5}, 0, 1, new int[] {1, 7}, 0, 2);
    double[] adjoints = new double[2];
    SliceSum.of(new Products(), 3, frames, 11, 4, adjoints, 0, scratch);
    parcel.rewind();
    SliceWork read = SliceWork.Form.SUM.blank();
    read.read(parcel);
    assertEquals(3, read.chunks());
    assertEquals(3, read.width());
    assertFalse(read.automatic());
    read.place(1, new double[2 * read.width()]);
    Scratch other = new Scratch(1, 0);
    read.chunk(1, new Products(), other);
    read.chunk(2, new Products(), other);
    double[] last = Arrays.copyOfRange(sent[0], read.width(), sent[0].length);
    assertArrayEquals(last, read.rows());
  }

  /** Sum of i · active · passive + kernel · ints over the elements i. */
  private static final class Products implements SliceRunner.Kernels {
    @Override
    public double slice(
        int kernel,
        Frames f,
        int lo,
        int hi,
        double[] adjoints,
        int adjointOffset,
        Scratch scratch) {
      double sum = kernel * f.ints()[f.intsOffset() + 1];
      double passive = f.passive()[f.passiveOffset()];
      for (int i = lo; i <= hi; i++) {
        for (int k = 0; k < f.activeLength(); k++) {
          sum += i * f.active()[f.activeOffset() + k] * passive;
          adjoints[adjointOffset + k] += i * passive;
        }
      }
      return sum;
    }

    @Override
    public double callback(
        int callback,
        BoundCallback.Method method,
        Stretch[] containers,
        Frames frames,
        Scratch scratch) {
      throw new UnsupportedOperationException();
    }
  }
}
