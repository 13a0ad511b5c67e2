package io.patchbay.expression;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** What the current thread has allocated so far, where the virtual machine counts it. */
final class Allocations {

  private static final @Nullable ThreadMXBean COUNTER = counter();

  private Allocations() {}

  /** Bytes since the thread started; always 0 where nobody counts. */
  static long ofThisThread() {
    return COUNTER == null ? 0 : COUNTER.getCurrentThreadAllocatedBytes();
  }

  private static @Nullable ThreadMXBean counter() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled()
        ? bean
        : null;
  }
}
