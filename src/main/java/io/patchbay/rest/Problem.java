package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.InvalidException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, RFC 9457.
 *
 * @param problems all that is wrong, each with its place; absent unless there are such
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String title,
    int status,
    @Nullable String detail,
    @Nullable List<InvalidException.Problem> problems) {

  static Problem of(int status, String title, @Nullable String detail) {
    return new Problem(title, status, detail, null);
  }
}
