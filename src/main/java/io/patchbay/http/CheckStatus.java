package io.patchbay.http;

import io.patchbay.common.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.jspecify.annotations.Nullable;

/** Makes a status of 400 or above a failure that says what the upstream said. */
final class CheckStatus implements CallInterceptor {

  private static final int LONGEST_MESSAGE = 300;

  /** Where APIs put what went wrong, RFC 9457 first. */
  private static final List<String> MESSAGE_FIELDS =
      List.of("detail", "message", "error_description", "error", "title", "errors", "reason");

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var checked = check(next.proceed(call, request), call.request().api().name());
    return call.lacksCertificate() ? withHint(checked) : checked;
  }

  /**
   * Many servers let a connection without a client certificate come about and refuse the request
   * itself; then the status alone does not say what is missing.
   */
  private static Answer withHint(Answer answer) {
    var failure = answer.failure();
    if (failure == null || failure.status() == null || !isRefusal(failure.status())) {
      return answer;
    }
    return answer.withFailure(
        Failure.of(
                failure.kind(),
                failure.title(),
                failure.detail()
                    + " The server asks for a client certificate; none is chosen. Choose one in the API's connection.")
            .withStatus(failure.status()),
        false);
  }

  private static boolean isRefusal(int status) {
    return status == 400 || status == 401 || status == 403 || status == 495 || status == 496;
  }

  /** The answer with a failure if its status is one. */
  static Answer check(Answer answer, String api) {
    var status = answer.status();
    if (status == null || status < 400 || isKnown(answer.failure())) {
      return answer;
    }
    var reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT);
    var title = reason == null ? "Status " + status : status + " " + reason;
    var message = message(answer.body()).map(text -> ": " + text).orElse(".");
    var failure =
        Failure.of(Failure.Kind.STATUS, title, "%s answered %s%s".formatted(api, title, message))
            .withStatus(status);
    return answer.withFailure(failure, isPassing(status));
  }

  /** What was said about the status already, or by a customization, which knows better. */
  private static boolean isKnown(@Nullable Failure failure) {
    return failure != null && (failure.status() != null || failure.kind() == Failure.Kind.FAILED);
  }

  private static boolean isPassing(int status) {
    return switch (status) {
      case 408, 425, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  private static Optional<String> message(@Nullable Object body) {
    return switch (body) {
      case String text -> shortened(text.stripLeading().startsWith("<") ? "" : text);
      case Map<?, ?> map ->
          MESSAGE_FIELDS.stream().flatMap(field -> message(map.get(field)).stream()).findFirst();
      case List<?> list -> list.isEmpty() ? Optional.empty() : message(list.getFirst());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<String> shortened(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE - 1) + "…");
  }
}
