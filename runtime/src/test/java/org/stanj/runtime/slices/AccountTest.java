package org.stanj.runtime.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** When work is shared, by what it took before: the clock is played. */
final class AccountTest {
  private static final int SIZE = 100;

  /** What a number of works took in all, and how often they were shared. */
  private record Total(double nanos, int shared) {}

  /**
   * @param alone what each takes alone
   * @param shared what it takes shared, by its number
   */
  private static Total play(Account account, int works, long alone, LongUnaryOperator shared) {
    double nanos = 0;
    int count = 0;
    for (int i = 0; i < works; i++) {
      double expected = account.expected(SIZE);
      if (account.shares(expected)) {
        long took = shared.applyAsLong(i);
        account.shared(expected, took);
        nanos += took;
        count++;
      } else {
        if (account.wantsTime()) {
          account.alone(SIZE, alone);
        }
        nanos += alone;
      }
    }
    return new Total(nanos, count);
  }

  @Test
  void smallWorkIsNeverShared() {
    assertEquals(0, play(new Account(), 10_000, 5_000, i -> 1).shared());
  }

  @Test
  void gainfulWorkIsSharedNearlyAlways() {
    Total total = play(new Account(), 10_000, 100_000, i -> 55_000);
    assertTrue(total.shared() > 9_900, total.toString());
  }

  /** Whatever sharing costs, it costs less than three per cent in the long run. */
  @Test
  void lossesAreSmall() {
    for (long alone : new long[] {12_000, 50_000, 1_000_000, 20_000_000}) {
      for (double factor : new double[] {1.02, 1.5, 3, 20, 1000}) {
        Total total = play(new Account(), 200_000, alone, i -> (long) (factor * alone));
        double loss = total.nanos() / (200_000.0 * alone) - 1;
        assertTrue(loss < 0.03, alone + " ns alone, times " + factor + ": " + loss);
      }
    }
  }

  @Test
  void aLossNowAndThenIsForgiven() {
    LongUnaryOperator shared = i -> i % 100 == 0 ? 400_000 : 55_000;
    Total total = play(new Account(), 10_000, 100_000, shared);
    assertTrue(total.shared() > 9_900, total.toString());
  }

  /** What did not pay may pay later. */
  @Test
  void sharingIsTriedAgain() {
    Account account = new Account();
    // one per cent of the time, half a work's time each, and a trial
    assertTrue(play(account, 10_000, 100_000, i -> 150_000).shared() < 240);
    play(account, 10_000, 100_000, i -> 60_000);
    assertTrue(play(account, 1_000, 100_000, i -> 60_000).shared() > 950);
  }

  /** Small works share well, but not the first one after a break, which must wake a helper. */
  @Test
  void wakingAHelperIsForgiven() {
    int[] last = {-1};
    LongUnaryOperator shared =
        i -> {
          boolean awake = last[0] == i - 1;
          last[0] = (int) i;
          return awake ? 25_000 : 250_000;
        };
    Total total = play(new Account(), 20_000, 40_000, shared);
    assertTrue(total.shared() > 19_000, total.toString());
    assertTrue(total.nanos() < 20_000 * 30_000.0, total.toString());
  }

  /** The first runs are slow, since their code is not compiled yet. */
  @Test
  void theTimeAloneIsFollowed() {
    Account account = new Account();
    play(account, 20, 2_000_000, i -> 1_000_000);
    Total later = play(account, 20_000, 20_000, i -> 21_000);
    assertTrue(later.nanos() < 1.03 * 20_000 * 20_000.0, later.toString());
    assertEquals(20_000, account.expected(SIZE), 2_000);
  }

  @Test
  void oneKindDoesNotSpeakForAnother() {
    Accounts accounts = new Accounts();
    for (int kind = -20; kind < 20; kind++) {
      for (int other = -20; other < kind; other++) {
        assertNotSame(accounts.of(other), accounts.of(kind));
      }
      assertSame(accounts.of(kind), accounts.of(kind));
    }
    assertFalse(new Account().shares(new Account().expected(SIZE)));
  }
}
