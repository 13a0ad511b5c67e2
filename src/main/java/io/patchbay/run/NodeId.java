package io.patchbay.run;

/** Names one process of the server; a new one at each start. */
public record NodeId(String value) {}
