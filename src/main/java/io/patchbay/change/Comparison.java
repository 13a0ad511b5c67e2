package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of an API.
 *
 * @param from a version or {@code draft}; absent where nothing is published yet
 * @param to a version or {@code draft}
 * @param next the number that the draft would be published under; absent where {@code to} is not
 *     the draft
 * @param touched the steps that call {@code from} and feel a change that is not safe; where {@code
 *     next} is given, those that take that version without being moved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
    @Nullable String from,
    String to,
    Level level,
    @Nullable String next,
    List<Change> changes,
    List<TouchedUse> touched) {

  public Comparison {
    changes = List.copyOf(changes);
    touched = List.copyOf(touched);
  }
}
