package io.patchbay.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes Signature Version 4 of AWS in headers.
 *
 * @param sessionToken belongs to temporary keys only
 */
record AwsSigner(
    String accessKeyId, String secretAccessKey, @Nullable String sessionToken, AwsPlace place) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The request with date, signature and what else the service wants signed. */
  Outgoing sign(Outgoing request, Instant now) {
    var time = TIME.format(now);
    var bodyHash = Digests.sha256Hex(request.body() == null ? new byte[0] : request.body().bytes());
    var prepared = with(request, "X-Amz-Date", time, false);
    if (sessionToken != null) {
      prepared = with(prepared, "X-Amz-Security-Token", sessionToken, true);
    }
    if (place.isS3()) {
      prepared = with(prepared, "X-Amz-Content-Sha256", bodyHash, false);
    }
    var headers = signedHeaders(prepared);
    var scope =
        String.join("/", time.substring(0, 8), place.region(), place.service(), "aws4_request");
    var canonical = AwsCanonical.request(prepared, headers, bodyHash, place.isS3());
    var text = String.join("\n", ALGORITHM, time, scope, Digests.sha256Hex(canonical));
    var signature = HexFormat.of().formatHex(key(time.substring(0, 8)).sign(text));
    var value =
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                ALGORITHM, accessKeyId, scope, String.join(";", headers.keySet()), signature);
    return with(prepared, "Authorization", value, true);
  }

  private static Outgoing with(Outgoing request, String name, String value, boolean secret) {
    return request.withHeader(HeaderLine.of(name, value, Authenticate.ORIGIN, secret));
  }

  private HmacKey key(String day) {
    var start = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
    var ofDay = HmacKey.sha256(start).sign(day);
    var ofRegion = HmacKey.sha256(ofDay).sign(place.region());
    var ofService = HmacKey.sha256(ofRegion).sign(place.service());
    return HmacKey.sha256(HmacKey.sha256(ofService).sign("aws4_request"));
  }

  /** All headers in order, but those that somebody on the way may change. */
  private static TreeMap<String, String> signedHeaders(Outgoing request) {
    var headers = new TreeMap<String, String>();
    headers.put("host", request.address().hostHeader());
    for (var line : request.headers()) {
      switch (line.key()) {
        case "authorization", "user-agent", "accept", "accept-encoding", "x-amzn-trace-id" -> {}
        default -> headers.merge(line.key(), trimmed(line.value()), (a, b) -> a + "," + b);
      }
    }
    return headers;
  }

  private static String trimmed(String value) {
    return value.strip().replaceAll(" +", " ");
  }

  @Override
  public String toString() {
    return "AWS signer for %s in %s".formatted(place.service(), place.region());
  }
}
