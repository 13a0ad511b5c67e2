package io.patchbay.expression;

import java.util.List;

/**
 * A path that an expression reads, as far as it is known without running it.
 *
 * @param path names from the root on, for example {@code [steps, getPet, body, status]}; never
 *     empty
 */
public record Reference(List<String> path) {

  public Reference {
    path = List.copyOf(path);
  }

  /** The first name: {@code trigger}, {@code steps}, {@code vars}, … */
  public String root() {
    return path.getFirst();
  }

  @Override
  public String toString() {
    return String.join(".", path);
  }
}
