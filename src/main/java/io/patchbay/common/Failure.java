package io.patchbay.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a step or a run failed, as data, in the words of RFC 9457. Holds no secret.
 *
 * @param kind what sort of failure it is
 * @param title one short line that stays the same for failures alike
 * @param detail what happened to what, and what follows; one or two sentences
 * @param status the HTTP status that belongs to it: the upstream's for {@link Kind#STATUS}, the
 *     wished one for {@link Kind#FAILED}, else absent
 * @param step the id of the step that failed, absent outside of a flow
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Failure(
    Kind kind, String title, String detail, @Nullable Integer status, @Nullable String step) {

  /** The sort of a failure, by where it comes from. */
  public enum Kind {
    /** The upstream answered with a status of 400 or above. */
    STATUS,
    /** Nothing was sent: no address, no connection, no TLS, refused by the egress guard. */
    NOT_SENT,
    /** The request may have arrived, no complete answer came back. */
    IN_DOUBT,
    /** A deadline passed. */
    TIMEOUT,
    /** The answer came but cannot be read: too large, not what its type says. */
    UNREADABLE,
    /** A credential, token or certificate did not do. */
    AUTH,
    /** An expression could not be evaluated. */
    EXPRESSION,
    /** The flow or the API is not set up right. */
    CONFIGURATION,
    /** A value does not fit the schema that it is held to. */
    INVALID,
    /** A fail step, or a customization of the answer, said so. */
    FAILED,
    /** Somebody cancelled it, or another branch failed. */
    CANCELLED,
    /** The server stopped while it ran. */
    INTERRUPTED,
    /** A fault of Patchbay itself. */
    BUG
  }

  public static Failure of(Kind kind, String title, String detail) {
    return new Failure(kind, title, detail, null, null);
  }

  public Failure withStatus(int newStatus) {
    return new Failure(kind, title, detail, newStatus, step);
  }

  public Failure withStep(String newStep) {
    return new Failure(kind, title, detail, status, newStep);
  }
}
