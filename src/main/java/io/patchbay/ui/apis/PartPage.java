package io.patchbay.ui.apis;

/** The content of a tab that shows one of several parts: the one that the address names. */
interface PartPage {

  /** Shows a part; whichever is first where the name is empty. */
  void show(String name);
}
