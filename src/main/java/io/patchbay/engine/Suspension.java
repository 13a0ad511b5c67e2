package io.patchbay.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a step waited for before it is run once more.
 *
 * @param until when at the latest, as it said itself
 * @param wokenWith what somebody woke it with, a plain value; absent when nobody did
 */
public record Suspension(Instant until, @Nullable Object wokenWith) {}
