package io.patchbay.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the expressions of a signature recipe can see besides the names of the flow. */
final class SigningNames {

  /** RFC 9110, section 5.6.7: two digits for the day, other than Java's own formatter. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SigningNames() {}

  static Map<String, @Nullable Object> of(Instant now, String nonce, String keyId) {
    var names = new HashMap<String, @Nullable Object>();
    names.put("timestamp", now.getEpochSecond());
    names.put("timestampMs", now.toEpochMilli());
    names.put("date", HTTP_DATE.format(now));
    names.put("isoDate", now.truncatedTo(ChronoUnit.SECONDS).toString());
    names.put("nonce", nonce);
    names.put("keyId", keyId);
    return names;
  }

  /**
   * The request as it is sent.
   *
   * @param wants whether the recipe reads a name; what it does not read is not worked out
   * @throws CallRefused when the body is wanted as text, but is none
   */
  static Map<String, @Nullable Object> request(Outgoing request, Predicate<String> wants) {
    var address = request.address();
    var target = address.path().isEmpty() ? "/" : address.path();
    var question = target.indexOf('?');
    var query = question < 0 ? "" : target.substring(question + 1);
    var names = new LinkedHashMap<String, @Nullable Object>();
    names.put("verb", request.verb());
    names.put("url", address.origin() + target);
    names.put("origin", address.origin().toString());
    names.put("host", address.hostHeader());
    names.put("path", question < 0 ? target : target.substring(0, question));
    names.put("query", query);
    names.put("sortedQuery", sorted(query));
    names.put("target", target);
    names.put("headers", headers(request));
    addBody(names, request.body() == null ? new byte[0] : request.body().bytes(), wants);
    return names;
  }

  private static void addBody(
      Map<String, @Nullable Object> names, byte[] body, Predicate<String> wants) {
    if (wants.test("body")) {
      names.put("body", text(body));
    }
    if (wants.test("bodySha256")) {
      names.put("bodySha256", Digests.sha256Hex(body));
    }
    if (wants.test("bodySha256Base64")) {
      names.put("bodySha256Base64", base64(Digests.of("SHA-256").digest(body)));
    }
    if (wants.test("bodyMd5")) {
      names.put("bodyMd5", base64(Digests.of("MD5").digest(body)));
    }
  }

  private static String base64(byte[] data) {
    return Base64.getEncoder().encodeToString(data);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw CallRefused.configuration(
          "The signature is made over request.body, but the body is no UTF-8 text. Sign request.bodySha256 or request.bodyMd5 instead.");
    }
  }

  private static String sorted(String query) {
    return query.isEmpty()
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(pair -> !pair.isEmpty())
            .sorted()
            .collect(Collectors.joining("&"));
  }

  private static Map<String, @Nullable Object> headers(Outgoing request) {
    var headers = new LinkedHashMap<String, @Nullable Object>();
    headers.put("host", request.address().hostHeader());
    for (var line : request.headers()) {
      headers.merge(line.key(), line.value(), (a, b) -> a + ", " + b);
    }
    return headers;
  }
}
