package io.patchbay.change;

/** Which way data goes; what is no harm in the one may break flows in the other. */
enum Direction {
  /** From flows to the API: inputs and bodies. */
  SENT,
  /** From the API to flows: answers. */
  RECEIVED
}
