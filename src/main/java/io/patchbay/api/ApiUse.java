package io.patchbay.api;

/**
 * A place that calls a method.
 *
 * @param flow slug of the flow
 * @param step id of the step
 * @param live whether the live version does it, else the draft
 */
public record ApiUse(String flow, String flowName, String step, String method, boolean live) {}
