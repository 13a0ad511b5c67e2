package io.patchbay.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of a finished call what may be shown and stored. */
final class Recorder {

  private static final int LONGEST_BODY = 64 * 1024;
  private static final Set<String> SCHEMES =
      Set.of("basic", "bearer", "digest", "negotiate", "token", "apikey", "aws4-hmac-sha256");

  private final LiveSecrets secrets;

  Recorder(LiveSecrets secrets) {
    this.secrets = secrets;
  }

  ApiResponse response(Call call, Answer answer) {
    return new ApiResponse(
        answer.status(),
        answer.headers(),
        answer.body(),
        answer.contentType(),
        answer.bodyBytes(),
        answer.failure(),
        List.copyOf(call.attempts()),
        sent(call),
        call.tokenExchange());
  }

  private @Nullable SentRequest sent(Call call) {
    var outgoing = call.lastSent();
    if (outgoing == null) {
      return null;
    }
    var redactor = secrets.redactor(call.request().workspace());
    var headers = new ArrayList<SentRequest.Header>();
    for (var line : outgoing.headers()) {
      var value = line.secret() ? masked(line) : redactor.redact(line.value());
      headers.add(new SentRequest.Header(line.name(), value, line.origin()));
    }
    return new SentRequest(
        outgoing.verb(),
        redactor.redact(outgoing.address().shown()),
        headers,
        body(outgoing, redactor));
  }

  /** The scheme of an Authorization header is no secret, and often what is wrong with it. */
  private static String masked(HeaderLine line) {
    var blank = line.value().indexOf(' ');
    var isScheme =
        line.key().endsWith("authorization")
            && blank > 0
            && SCHEMES.contains(line.value().substring(0, blank).toLowerCase(Locale.ROOT));
    return isScheme ? line.value().substring(0, blank + 1) + SentRequest.MASK : SentRequest.MASK;
  }

  private static @Nullable String body(Outgoing outgoing, Redactor redactor) {
    var body = outgoing.body();
    if (body == null) {
      return null;
    }
    var contentType = outgoing.headers().find("content-type");
    if (contentType != null && !MediaType.isText(contentType.value())) {
      return redactor.occursIn(body)
          ? SentRequest.MASK
          : shortened(Base64.getEncoder().encodeToString(body));
    }
    return shortened(redactor.redact(new String(body, StandardCharsets.UTF_8)));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY);
  }
}
