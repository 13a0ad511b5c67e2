package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One simple command of a pasted script, split into words as its shell would. Nothing is executed.
 *
 * @param words without quotes
 * @param input what it reads from standard input, where the script says so
 * @param inputFile the file that it reads its input from
 * @param ending what stands behind it
 * @param start its offset in the script
 */
record ShellCommand(
    List<String> words,
    @Nullable String input,
    @Nullable String inputFile,
    Ending ending,
    int start) {

  ShellCommand {
    words = List.copyOf(words);
  }

  /** What separates a command from the next one. */
  enum Ending {
    LINE,
    /** Two bars: the next one runs only if this one fails. */
    OR,
    PIPE,
    BACKGROUND
  }

  /** Without the words: secrets may be among them. */
  @Override
  public String toString() {
    return "ShellCommand[%d words]".formatted(words.size());
  }
}
