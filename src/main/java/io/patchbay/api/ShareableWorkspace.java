package io.patchbay.api;

/** A workspace that an API can be shared with. */
public record ShareableWorkspace(String slug, String name) {}
