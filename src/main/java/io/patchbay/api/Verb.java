package io.patchbay.api;

import java.util.Set;

/** The HTTP method of a method, RFC 9110 section 9. */
public enum Verb {
  GET,
  HEAD,
  OPTIONS,
  POST,
  PUT,
  PATCH,
  DELETE,
  TRACE;

  private static final Set<Verb> IDEMPOTENT = Set.of(GET, HEAD, OPTIONS, TRACE, PUT, DELETE);

  /**
   * Whether sending the request twice has the effect of sending it once, RFC 9110 section 9.2.2.
   */
  public boolean isIdempotent() {
    return IDEMPOTENT.contains(this);
  }
}
