package io.patchbay.common;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be taken, with all that is wrong about it at once. */
public class InvalidException extends RuntimeException {

  private final transient List<Problem> problems;

  public InvalidException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public InvalidException(String where, String message) {
    this(List.of(new Problem(where, message)));
  }

  /** All that is wrong; never empty. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param where the place in the input, for example {@code methods[2].path}; empty for the whole
   * @param message what is wrong and what to do, one sentence
   */
  public record Problem(String where, String message) {

    @Override
    public String toString() {
      return where.isEmpty() ? message : where + ": " + message;
    }
  }
}
