package io.patchbay.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a customization does to a request before it is sent, compiled. */
@FunctionalInterface
interface RequestChange {

  /**
   * Changes the request.
   *
   * @throws CallRefused when it cannot be done: nothing is sent then
   */
  void apply(RequestDraft draft, Map<String, @Nullable Object> scope);
}
