package io.patchbay.api;

/**
 * A method in a list.
 *
 * @param api how the workspace that asked names the API
 * @param tag its first tag; empty when it has none
 */
public record MethodSummary(
    String api,
    String name,
    String title,
    Verb verb,
    String path,
    String tag,
    boolean deprecated) {}
