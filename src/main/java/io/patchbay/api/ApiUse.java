package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place that calls a method.
 *
 * @param workspace slug of the workspace that the flow is in
 * @param flow slug of the flow
 * @param step id of the step
 * @param version which version of the API the step asks for; absent when it takes the newest
 * @param live whether the live version does it, else the draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiUse(
    String workspace,
    String flow,
    String flowName,
    String step,
    String method,
    @Nullable String version,
    boolean live) {}
