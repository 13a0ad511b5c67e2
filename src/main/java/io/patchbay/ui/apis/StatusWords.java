package io.patchbay.ui.apis;

import org.springframework.http.HttpStatus;

/** Statuses with their words, as RFC 9110 has them. */
final class StatusWords {

  private StatusWords() {}

  /** For example {@code 201 Created}. */
  static String of(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? String.valueOf(status) : status + " " + known.getReasonPhrase();
  }
}
