package io.patchbay.ui.shell;

import java.util.stream.Stream;

/** Knows places that the command bar can go to; a bean of each feature that has some. */
public interface CommandSource {

  /**
   * The places whose name holds {@code text}, the likeliest first; called for each key, so it asks
   * the services for few.
   *
   * @param text lower case, empty for what is worth a proposal
   */
  Stream<Command> find(Visit visit, String text);
}
