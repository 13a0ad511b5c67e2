package io.patchbay.expression;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** What the current thread has used so far, where the virtual machine counts it. */
final class ThreadUse {

  private static final @Nullable ThreadMXBean BEAN =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;

  private static final boolean COUNTS_BYTES =
      BEAN != null
          && BEAN.isThreadAllocatedMemorySupported()
          && BEAN.isThreadAllocatedMemoryEnabled();

  private static final boolean COUNTS_TIME =
      BEAN != null && BEAN.isCurrentThreadCpuTimeSupported() && BEAN.isThreadCpuTimeEnabled();

  private ThreadUse() {}

  /** Bytes allocated since the thread started; always 0 where nobody counts. */
  static long allocatedBytes() {
    return BEAN != null && COUNTS_BYTES ? BEAN.getCurrentThreadAllocatedBytes() : 0;
  }

  /** Time on a processor since the thread started; time on the clock where nobody counts. */
  static long processorNanos() {
    return BEAN != null && COUNTS_TIME ? BEAN.getCurrentThreadCpuTime() : System.nanoTime();
  }
}
