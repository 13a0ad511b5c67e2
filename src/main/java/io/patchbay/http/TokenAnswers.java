package io.patchbay.http;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.patchbay.common.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Reads what token endpoints answer, RFC 6749 section 5. */
final class TokenAnswers {

  /** Longer lives are as good as this; it can be added to any date. */
  private static final long LONGEST_LIFE = Duration.ofDays(3_650).toSeconds();

  /** RFC 6749 appendix A.12, without blanks. */
  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

  private static final int LONGEST_TEXT = 500;

  private TokenAnswers() {}

  /**
   * What was received.
   *
   * @param retryAfter as it came; absent mostly
   */
  record Received(
      int status, @Nullable String contentType, String body, @Nullable String retryAfter) {}

  /**
   * @param redactor of all secrets that were sent
   */
  static TokenReply read(Received answer, Redactor redactor, Instant now) {
    var message = new HTTPResponse(answer.status());
    try {
      message.setBody(tidied(answer.body()));
      if (answer.contentType() != null) {
        message.setContentType(answer.contentType());
      }
      var parsed = TokenResponse.parse(message);
      return parsed.indicatesSuccess()
          ? granted(answer.status(), parsed)
          : refused(answer, parsed.toErrorResponse(), redactor, now);
    } catch (ParseException | RuntimeException e) {
      return unreadable(answer, redactor.redact(String.valueOf(e.getMessage())), now);
    }
  }

  /** Null means absent to many servers, and a life of no seconds one without end. */
  private static String tidied(String body) {
    try {
      if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
        object.properties().removeIf(field -> field.getValue().isNull());
        var life = object.path("expires_in");
        if (life.isNumber() && life.doubleValue() <= 0) {
          object.remove("expires_in");
        } else if (life.isNumber()) {
          object.put("expires_in", Math.min(LONGEST_LIFE, (long) life.doubleValue()));
        }
        return Json.write(object);
      }
    } catch (JacksonException _) {
      // what it is not is said by whoever reads it
    }
    return body.length() > LONGEST_TEXT ? body.substring(0, LONGEST_TEXT) : body;
  }

  private static TokenReply granted(int status, TokenResponse parsed) {
    var tokens = parsed.toSuccessResponse().getTokens();
    var access = tokens.getAccessToken();
    if (!access.getType().getValue().equalsIgnoreCase("Bearer")) {
      return new TokenReply.Refused(
          status,
          Optional.empty(),
          "it gave a token of type '%s', which is not supported".formatted(access.getType()),
          TokenTrouble.CONFIGURATION,
          Optional.empty());
    }
    if (!SENDABLE.matcher(access.getValue()).matches()) {
      return new TokenReply.Refused(
          status,
          Optional.empty(),
          "it gave a token with characters that cannot be sent in a header",
          TokenTrouble.CONFIGURATION,
          Optional.empty());
    }
    var refresh = tokens.getRefreshToken();
    return new TokenReply.Granted(
        status,
        access.getValue(),
        // Nimbus reads an absent expires_in as 0; a server that says 0 means the same by it.
        access.getLifetime() <= 0
            ? null
            : Long.valueOf(Math.min(access.getLifetime(), LONGEST_LIFE)),
        refresh == null ? null : refresh.getValue(),
        access.getScope() == null ? null : access.getScope().toStringList());
  }

  private static TokenReply refused(
      Received answer, TokenErrorResponse parsed, Redactor redactor, Instant now) {
    var error = parsed.getErrorObject();
    var code = Optional.ofNullable(error.getCode());
    if (code.isEmpty()) {
      return unreadable(answer, "", now);
    }
    var description = error.getDescription();
    var text = code.get() + (description == null ? "" : ": " + description);
    var isPassing =
        isPassing(answer.status())
            || code.get().equals("temporarily_unavailable")
            || code.get().equals("server_error")
            || code.get().equals("slow_down");
    return new TokenReply.Refused(
        answer.status(),
        code,
        shortened(redactor.redact(text)),
        isPassing ? TokenTrouble.PASSING : TokenTrouble.CONFIGURATION,
        retryAfter(answer, now));
  }

  private static TokenReply unreadable(Received answer, String problem, Instant now) {
    var status = answer.status();
    String text;
    if (status == 200) {
      text = "the answer is no token response: " + problem;
    } else if (status >= 300 && status < 400) {
      text =
          "it answered %d with a redirect, which is not followed because the secret would go along; enter the right token URL"
              .formatted(status);
    } else if (status == 404) {
      text = "it answered 404; is the token URL right?";
    } else {
      text = "it answered %d without saying why".formatted(status);
    }
    return new TokenReply.Refused(
        status,
        Optional.empty(),
        shortened(text),
        isPassing(status) ? TokenTrouble.PASSING : TokenTrouble.CONFIGURATION,
        retryAfter(answer, now));
  }

  private static boolean isPassing(int status) {
    return status >= 500 || status == 429 || status == 408;
  }

  private static Optional<Duration> retryAfter(Received answer, Instant now) {
    return answer.retryAfter() == null
        ? Optional.empty()
        : Retry.retryAfter(answer.retryAfter(), now);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
