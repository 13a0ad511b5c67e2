package io.patchbay.http;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import io.patchbay.expression.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request while customizations change it, for one call and by its thread only. */
final class RequestDraft {

  private final Call call;
  private final CustomizationTools tools;
  private final Map<String, HeaderLine> ownKeys = new HashMap<>(2);
  private final Set<String> keyHeaders = new HashSet<>(2);
  private Outgoing outgoing;
  private @Nullable Object body;
  private Auth auth;

  RequestDraft(Call call, Outgoing outgoing, CustomizationTools tools) {
    this.call = call;
    this.outgoing = outgoing;
    this.tools = tools;
    this.body = call.request().body();
    this.auth = call.identity().usualAuth();
  }

  Call call() {
    return call;
  }

  Outgoing outgoing() {
    return outgoing;
  }

  /** The body as a plain value, or {@link Expression#ABSENT}. */
  @Nullable Object body() {
    return body;
  }

  CustomizationTools tools() {
    return tools;
  }

  void sets(HeaderLine line) {
    outgoing = outgoing.withHeaders(outgoing.headers().with(line));
  }

  void removes(String header) {
    outgoing = outgoing.withHeaders(outgoing.headers().without(header));
  }

  /** Signs it right before each time that it is sent. */
  void isSignedBy(UnaryOperator<Outgoing> signer) {
    outgoing = outgoing.signedBy(signer);
  }

  void goesTo(Address address) {
    outgoing = outgoing.withAddress(address);
  }

  /**
   * Takes another body.
   *
   * @param contentType absent for the one that the method, or somebody by hand, says
   */
  void takes(@Nullable Object value, @Nullable String contentType, String origin) {
    var typed = typeByHand();
    var plan = call.plan().body();
    var written =
        contentType == null
            ? plan.write(value, typed == null ? null : typed.value())
            : plan.writeAs(value, contentType);
    body = value;
    outgoing = outgoing.withBody(written == null ? null : written.from(origin));
    if (written == null) {
      removes("content-type");
      return;
    }
    var type = written.contentType();
    if (type != null && (typed == null || contentType != null || written.isMultipart())) {
      sets(HeaderLine.of("Content-Type", type, origin, false));
    }
  }

  /** A type that a body brought along goes with it. */
  private @Nullable HeaderLine typeByHand() {
    var line = call.plan().typeByHand(outgoing.headers());
    return line == null || isOfBody(line) ? null : line;
  }

  private boolean isOfBody(HeaderLine line) {
    var before = outgoing.body();
    if (before == null || !line.value().equals(before.contentType())) {
      return false;
    }
    return before.origin() == null
        ? "method".equals(line.origin())
            && call.request().method().headers().keySet().stream()
                .noneMatch("content-type"::equalsIgnoreCase)
        : before.origin().equals(line.origin());
  }

  /** How it authenticates so far. */
  Auth auth() {
    return auth;
  }

  void authenticates(Auth with, WorkspaceId credentialsOf, String origin) {
    auth = with;
    call.identity().authenticates(with, credentialsOf, origin);
  }

  /** Whether a header of that name is there that {@link #keys} did not set. */
  boolean hasByHand(String header) {
    var key = header.toLowerCase(Locale.ROOT);
    var line = outgoing.headers().find(key);
    return line != null && !line.equals(ownKeys.get(key));
  }

  /** Sets an idempotency key. */
  void keys(HeaderLine line) {
    sets(line);
    ownKeys.put(line.key(), line);
  }

  /** Notes that this header tells repeats from new requests. */
  void isKeyedBy(String header) {
    keyHeaders.add(header.toLowerCase(Locale.ROOT));
  }

  /** Whether the API can tell a repeat from a new request. */
  boolean isKeyed() {
    return keyHeaders.stream().anyMatch(key -> outgoing.headers().find(key) != null);
  }

  /** An idempotency key that is the same for all repeats of this request, and no other page. */
  String idempotencyKey() {
    var identity = call.request().identity();
    var page = call.page();
    return tools
        .idempotencyKeys()
        .of(page == null || page == 1 ? identity : identity + "|page " + page);
  }
}
