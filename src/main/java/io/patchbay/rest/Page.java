package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a part of one.
 *
 * @param next what to send as {@code cursor} for the part that follows; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String next) {

  static final int MAX = 200;

  static <T> Page<T> all(List<T> items) {
    return new Page<>(items, null);
  }
}
