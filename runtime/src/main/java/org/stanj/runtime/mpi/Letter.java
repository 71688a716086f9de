package org.stanj.runtime.mpi;

/** A message of a rank, and the texts that may follow it. */
final class Letter {
  final Box head = new Box();
  final Box texts = new Box();
  private final Communicator all;
  private final Requests requests;

  Letter(Communicator all) {
    this.all = all;
    requests = all.requests(2);
  }

  /** Begins to send what was put; the texts only if there are any. */
  void send(int to, int tag) {
    all.send(head, to, tag, requests);
    if (texts.parcel.size() > 0) {
      all.send(texts, to, tag, requests);
    }
  }

  /** Whether nothing of it is on its way. */
  boolean arrived() {
    return all.done(requests);
  }

  /** Makes it empty. */
  void clear() {
    requests.clear();
    head.parcel.rewind();
    texts.parcel.rewind();
  }
}
