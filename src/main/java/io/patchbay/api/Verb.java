package io.patchbay.api;

import java.util.Set;

/** The HTTP method of a method, RFC 9110 section 9, and those of its registry that APIs use. */
public enum Verb {
  GET,
  HEAD,
  OPTIONS,
  POST,
  PUT,
  PATCH,
  DELETE,
  TRACE,
  QUERY,
  SEARCH,
  LINK,
  UNLINK,
  PURGE,
  PROPFIND,
  PROPPATCH,
  REPORT,
  MKCOL,
  COPY,
  MOVE,
  LOCK,
  UNLOCK;

  private static final Set<Verb> IDEMPOTENT =
      Set.of(
          GET, HEAD, OPTIONS, TRACE, PUT, DELETE, QUERY, SEARCH, PROPFIND, PROPPATCH, REPORT, MKCOL,
          COPY, UNLINK, LINK);

  /**
   * Whether sending the request twice has the effect of sending it once, RFC 9110 section 9.2.2.
   */
  public boolean isIdempotent() {
    return IDEMPOTENT.contains(this);
  }
}
