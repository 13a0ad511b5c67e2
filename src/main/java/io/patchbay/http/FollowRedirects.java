package io.patchbay.http;

import io.patchbay.common.Failure;
import java.util.Optional;

/**
 * Follows up to five redirects (RFC 9110, section 15.4), each through the egress guard again. On
 * another origin nothing goes along that could be a credential.
 */
final class FollowRedirects implements CallInterceptor {

  private static final int MOST = 5;

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var current = request;
    call.redirected(false);
    var answer = next.proceed(call, current);
    for (int hops = 0; isRedirect(answer); hops++) {
      if (hops == MOST) {
        return refused(answer, "The API redirected more than %d times.".formatted(MOST));
      }
      var target =
          RedirectTarget.of(current.address(), answer.headers().getOrDefault("location", ""));
      if (target.isEmpty()) {
        return refused(answer, "The API redirected to an address that cannot be called.");
      }
      if (current.address().origin().scheme().equals("https")
          && target.get().origin().scheme().equals("http")) {
        return refused(answer, "The API redirected from https to http, which is not followed.");
      }
      var redirected = redirected(current, answer, target.get());
      if (redirected.isEmpty()) {
        return refused(
            answer,
            "The API redirected a %s with status %s, which cannot be followed without sending it twice; put the new address into the definition."
                .formatted(current.verb(), answer.status()));
      }
      current = redirected.get();
      call.redirected(true);
      answer = next.proceed(call, current);
    }
    return answer;
  }

  private static boolean isRedirect(Answer answer) {
    return answer.status() != null
        && answer.failure() == null
        && switch (answer.status()) {
          case 301, 302, 303, 307, 308 -> answer.headers().containsKey("location");
          default -> false;
        };
  }

  /** The next request; empty when the method rules forbid one. */
  private static Optional<Outgoing> redirected(Outgoing request, Answer answer, Address target) {
    var isSafe = request.verb().equals("GET") || request.verb().equals("HEAD");
    var keeps =
        answer.hasStatus(307) || answer.hasStatus(308) || (isSafe && request.body() == null);
    var becomesGet = answer.hasStatus(303) || request.verb().equals("POST");
    if (!keeps && !becomesGet) {
      return Optional.empty();
    }
    var next = keeps ? request : request.asGetWithoutBody();
    var isSameOrigin = target.origin().equals(request.address().origin());
    return Optional.of(
        isSameOrigin
            ? next.withAddress(target)
            : next.unsigned()
                .withAddress(target)
                .withHeaders(next.headers().only(FollowRedirects::isHarmless)));
  }

  /** A header that somebody typed may be a key, whatever its name: only the known ones go along. */
  private static boolean isHarmless(HeaderLine line) {
    return switch (line.key()) {
      case "accept", "accept-encoding", "accept-language", "user-agent", "content-type" ->
          !line.secret();
      default -> false;
    };
  }

  private static Answer refused(Answer answer, String detail) {
    var failure = Failure.of(Failure.Kind.STATUS, "Redirect not followed", detail);
    return answer.withFailure(
        answer.status() == null ? failure : failure.withStatus(answer.status()), false);
  }
}
