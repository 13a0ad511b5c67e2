package io.patchbay.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The threads that do work for one run, so that they can be interrupted all at once, and only while
 * they do.
 */
final class RunThreads {

  private final List<Thread> working = new ArrayList<>(2);
  private boolean closed;

  /** Counts the current thread in, unless nothing may start any more. */
  synchronized boolean enter() {
    if (!closed) {
      working.add(Thread.currentThread());
    }
    return !closed;
  }

  /** Counts the current thread out; after that, no interrupt of this run reaches it. */
  void leave() {
    synchronized (this) {
      working.remove(Thread.currentThread());
    }
    Thread.interrupted();
  }

  /** Interrupts all that are in, and lets nobody in any more. */
  synchronized void close() {
    closed = true;
    working.forEach(Thread::interrupt);
  }
}
