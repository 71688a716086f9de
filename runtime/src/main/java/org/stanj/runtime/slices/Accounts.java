package org.stanj.runtime.slices;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The accounts of one scratch, by the kind of work. */
final class Accounts {
  private @Nullable Account[] accounts = {};

  /** The account of a kind, new if there is none. */
  Account of(int kind) {
    int place = kind >= 0 ? 2 * kind : -2 * kind - 1;
    if (place >= accounts.length) {
      accounts = Arrays.copyOf(accounts, place + 8);
    }
    Account account = accounts[place];
    if (account == null) {
      account = new Account();
      accounts[place] = account;
    }
    return account;
  }
}
