package io.patchbay.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all steps of a run see.
 *
 * @param environment that the run is in; absent for none
 * @param names that expressions see, but for the outputs of steps
 */
record RunScope(@Nullable String environment, Map<String, @Nullable Object> names) {}
