package io.patchbay.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as customizations left it: the same for all attempts.
 *
 * @param given the request before
 * @param request the request after, not authenticated yet
 * @param isKeyed whether it carries an idempotency key
 * @param after what is done to the answer, in this order
 */
record Customized(Outgoing given, Outgoing request, boolean isKeyed, List<Applied> after) {

  /**
   * The changes of one level.
   *
   * @param scope what its expressions see
   */
  record Applied(CustomizationPlan plan, Map<String, @Nullable Object> scope) {}
}
