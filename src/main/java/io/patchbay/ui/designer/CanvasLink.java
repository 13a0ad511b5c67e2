package io.patchbay.ui.designer;

/** A link or, into {@code customize}, a cable between two ports of a {@link CanvasFlow}. */
public record CanvasLink(String id, String from, String fromPort, String to, String toPort) {}
