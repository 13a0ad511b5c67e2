package io.patchbay.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/**
 * Writes what all runs of this node have to say, many entries to a commit, in their order. While
 * the database does not answer, entries wait; when too many do, whoever brings more waits too.
 */
final class JournalWriter {

  private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);

  /** Greatest memory of waiting entries, in KiB. */
  private static final int CAPACITY = 64 * 1024;

  private static final int BATCH = 500;
  private static final long LINGER_NANOS = 5_000_000;
  private static final long ROOM_NANOS = 5_000_000;

  private final JournalRepository repository;
  private final Queue<JournalEntry> queue = new ConcurrentLinkedQueue<>();
  private final Semaphore capacity = new Semaphore(CAPACITY);
  private final Thread thread;
  private volatile boolean idle;
  private volatile boolean hurried;
  private volatile boolean stopping;

  JournalWriter(JournalRepository repository) {
    this.repository = repository;
    thread = Thread.ofPlatform().name("journal").daemon().unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** Brings an entry; waits while there is no room. */
  void add(JournalEntry entry) {
    capacity.acquireUninterruptibly(Math.min(entry.kib(), CAPACITY));
    queue.add(entry);
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /** As {@link #add}, for somebody who waits for the commit. */
  void addUrgently(JournalEntry entry) {
    capacity.acquireUninterruptibly(Math.min(entry.kib(), CAPACITY));
    queue.add(entry);
    hurried = true;
    LockSupport.unpark(thread);
  }

  /**
   * Waits until there is room for another run.
   *
   * @return false when there was none in time
   */
  boolean awaitRoom(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (isOverloaded()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(this, ROOM_NANOS);
    }
    return true;
  }

  /** Whether so much is waiting that no new run should start. */
  boolean isOverloaded() {
    return capacity.availablePermits() < CAPACITY / 4;
  }

  /** Writes what is left; gives up after the given time. */
  void stop(long millis) throws InterruptedException {
    stopping = true;
    LockSupport.unpark(thread);
    thread.join(millis);
  }

  private void work() {
    while (!stopping || !queue.isEmpty()) {
      pause();
      var batch = take();
      if (!batch.isEmpty()) {
        write(batch);
      }
    }
  }

  private void pause() {
    if (queue.isEmpty()) {
      idle = true;
      if (queue.isEmpty() && !stopping) {
        LockSupport.parkNanos(this, 500_000_000);
      }
      idle = false;
    }
    if (!hurried && !stopping) {
      LockSupport.parkNanos(this, LINGER_NANOS);
    }
    hurried = false;
  }

  private List<JournalEntry> take() {
    var batch = new ArrayList<JournalEntry>();
    JournalEntry entry;
    while (batch.size() < BATCH && (entry = queue.poll()) != null) {
      if (entry.take()) {
        batch.add(entry);
      } else {
        release(entry);
      }
    }
    return batch;
  }

  /** Writes until it is written; entries that the database refuses for good are dropped. */
  private void write(List<JournalEntry> batch) {
    long pauseMillis = 50;
    while (true) {
      try {
        repository.write(batch);
        batch.forEach(entry -> done(entry, true));
        return;
      } catch (DataAccessException | TransactionException e) {
        if (isRefusal(e)) {
          writeApart(batch, e);
          return;
        }
        log.warn(
            "The record of {} runs could not be written; trying again: {}",
            batch.size(),
            e.getMessage());
        LockSupport.parkNanos(this, pauseMillis * 1_000_000);
        pauseMillis = Math.min(pauseMillis * 2, 2_000);
      }
    }
  }

  private void writeApart(List<JournalEntry> batch, Exception refusal) {
    if (batch.size() == 1) {
      log.error("The record of a run was refused and is lost", refusal);
      done(batch.getFirst(), false);
      return;
    }
    int middle = batch.size() / 2;
    write(batch.subList(0, middle));
    write(batch.subList(middle, batch.size()));
  }

  private void done(JournalEntry entry, boolean written) {
    release(entry);
    entry.written.complete(written);
  }

  private void release(JournalEntry entry) {
    capacity.release(Math.min(entry.kib(), CAPACITY));
  }

  /** Whether the data is at fault, not the connection or the moment. */
  private static boolean isRefusal(Exception e) {
    return e instanceof DataIntegrityViolationException
        || (e instanceof NonTransientDataAccessException
            && !(e instanceof NonTransientDataAccessResourceException));
  }
}
