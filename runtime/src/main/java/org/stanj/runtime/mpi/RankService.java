package org.stanj.runtime.mpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.ProfileTimes;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.Sizes;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/** What a rank above 0 does: binds the model as rank 0 says, then evaluates chunks of its sums. */
public final class RankService {
  private final Communicator all;
  private final Function<Terms, Model> binder;
  private final Function<Model, SliceRunner> runners;
  private final Box in = new Box();
  private final List<Letter> letters = new ArrayList<>();
  private final List<SliceWork> blanks = new ArrayList<>();
  private final Block block = new Block();
  private final List<String> printed = new ArrayList<>();
  private double[] rows = {};
  private @Nullable Bound bound;

  /** A model that was bound, and the working memory for its chunks. */
  private record Bound(Model model, SliceRunner local, Scratch scratch) {
    SliceRunner.Kernels kernels() {
      return (SliceRunner.Kernels) model;
    }
  }

  private RankService(
      Communicator all, Function<Terms, Model> binder, Function<Model, SliceRunner> runners) {
    this.all = all;
    this.binder = binder;
    this.runners = runners;
    for (SliceWork.Form form : SliceWork.Form.values()) {
      blanks.add(form.blank());
    }
  }

  /**
   * Serves rank 0 until it ends.
   *
   * @param launch of this rank
   * @param identity of this process
   * @param binder binds the model; what it throws is told by rank 0
   * @param runners gives what runs the chunks of this rank for the model that it bound
   * @throws CommandFailure if rank 0 cannot be reached
   */
  public static void serve(
      Launch launch,
      Map<String, String> environment,
      Identity identity,
      Function<Terms, Model> binder,
      Function<Model, SliceRunner> runners) {
    Communicator all = Communicator.join(MpiLibrary.find(launch, environment), launch);
    RankService service = new RankService(all, binder, runners);
    Letter greeting = service.letter();
    identity.write(greeting.head.parcel);
    greeting.send(0, Tags.GREETING);
    service.run();
    all.close();
  }

  private void run() {
    Orphan orphan = new Orphan();
    Patience patience = new Patience();
    patience.begin();
    for (int tag = all.take(0, in); tag != Tags.END; tag = all.take(0, in)) {
      if (tag >= 0) {
        in.parcel.rewind();
        receive(tag);
        patience.begin();
      } else {
        patience.pause();
        orphan.refuse(all.rank(), patience.nanos());
      }
    }
  }

  private void receive(int tag) {
    Letter letter = letter();
    if (tag == Tags.TERMS) {
      bind(Terms.read(in.parcel), letter);
    } else if (tag == Tags.PROFILES) {
      profiles(letter);
    } else {
      work(letter);
    }
    letter.send(0, tag == Tags.TERMS ? Tags.BOUND : tag);
  }

  private void bind(Terms terms, Letter letter) {
    try {
      Model model = binder.apply(terms);
      SliceRunner local = runners.apply(model);
      Scratch scratch = model.newScratch();
      scratch.sink = printed::add;
      bound = new Bound(model, local, scratch);
      letter.head.parcel.put(model.unconstrainedSize());
      letter.head.parcel.put("");
    } catch (RuntimeException | Error e) {
      letter.head.parcel.put(0);
      letter.head.parcel.put("could not bind the model: " + e.getMessage());
    }
  }

  private void profiles(Letter letter) {
    Bound model = bound;
    List<ProfileTimes.Entry> entries = model == null ? List.of() : model.model.profiles();
    ProfileRows.write(letter.head.parcel, entries, all.rank());
  }

  private void work(Letter letter) {
    Bound model = bound;
    if (model == null) {
      throw new CommandFailure("Error: MPI, rank " + all.rank() + ": work has come before data");
    }
    printed.clear();
    model.scratch.reset();
    try {
      SliceWork work = blanks.get(in.parcel.takeInt());
      work.read(in.parcel);
      int reals = run(work, model);
      Reply.done(letter.head.parcel, letter.texts.parcel, printed);
      letter.head.parcel.put(rows, 0, reals);
    } catch (RuntimeException | Error e) {
      Reply.failed(letter.head.parcel, letter.texts.parcel, printed, e);
    }
  }

  /** Fills the rows of our chunks; returns their length. */
  private int run(SliceWork work, Bound model) {
    int first = Block.start(work.chunks(), all.size(), all.rank());
    int last = Block.start(work.chunks(), all.size(), all.rank() + 1);
    int reals = Sizes.product(last - first, work.width());
    if (rows.length < reals) {
      rows = new double[reals];
    }
    work.place(first, rows);
    model.local.run(block.of(work, all.size(), all.rank()), model.kernels(), model.scratch);
    return reals;
  }

  /** One that is not on its way, with an empty head. */
  private Letter letter() {
    for (Letter letter : letters) {
      if (letter.arrived()) {
        letter.clear();
        return letter;
      }
    }
    Letter letter = new Letter(all);
    letters.add(letter);
    return letter;
  }
}
