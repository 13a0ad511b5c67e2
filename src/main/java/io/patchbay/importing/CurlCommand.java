package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of curl in a pasted script.
 *
 * @param number of the command, from 1
 * @param line where it begins, from 1
 * @param arguments behind the program's name, as the shell hands them over
 * @param input its standard input, where the script says what it is
 */
record CurlCommand(int number, int line, List<String> arguments, @Nullable String input) {

  CurlCommand {
    arguments = List.copyOf(arguments);
  }

  String where() {
    return "command " + number;
  }

  /** Without the arguments: secrets are among them. */
  @Override
  public String toString() {
    return "CurlCommand[%d, line %d]".formatted(number, line);
  }
}
