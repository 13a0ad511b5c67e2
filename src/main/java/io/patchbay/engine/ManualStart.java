package io.patchbay.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a person starts a run with.
 *
 * @param triggerId null for the flow's first trigger
 * @param environment null for the one that the trigger names, if any
 */
public record ManualStart(
    @Nullable String triggerId, @Nullable String environment, TriggerData data) {

  /** In the trigger's own environment. */
  public static ManualStart of(@Nullable String triggerId, TriggerData data) {
    return new ManualStart(triggerId, null, data);
  }
}
