package io.patchbay.ui.shell;

/** A page that needs all the width: the rail shows its icons only. */
public interface EditorPage {}
