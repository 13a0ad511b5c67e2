package io.patchbay.credential;

import io.patchbay.credential.SignRecipe.Algorithm;
import io.patchbay.credential.SignRecipe.Encoding;
import io.patchbay.credential.SignRecipe.In;
import io.patchbay.credential.SignRecipe.KeyForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recipe of signatures that many APIs want, to begin with.
 *
 * @param title the name for people
 */
public record SignPreset(String title, SignRecipe recipe) {

  public static final SignPreset TIMESTAMP_AND_BODY =
      of(
          "Timestamp and body",
          "{{ timestamp }}.{{ request.body }}",
          "X-Signature",
          "{{ signature }}",
          ordered("X-Timestamp", "{{ timestamp }}", "X-Key-Id", "{{ keyId }}"));

  public static final SignPreset WHOLE_REQUEST =
      of(
          "Verb, path, query, timestamp and hash of the body",
          """
          {{ request.verb }}
          {{ request.path }}
          {{ request.sortedQuery }}
          {{ timestamp }}
          {{ request.bodySha256 }}\
          """,
          "X-Signature",
          "{{ signature }}",
          ordered("X-Timestamp", "{{ timestamp }}", "X-Key-Id", "{{ keyId }}"));

  public static final SignPreset BODY_HEX =
      of(
          "Body, as GitHub signs webhooks",
          "{{ request.body }}",
          "X-Hub-Signature-256",
          "sha256={{ signature }}",
          Map.of());

  public static final SignPreset BODY_BASE64 =
      of(
          "Body in base64, as Shopify signs webhooks",
          "{{ request.body }}",
          "X-Shopify-Hmac-Sha256",
          "{{ signature }}",
          Map.of(),
          KeyForm.TEXT,
          Encoding.BASE64);

  public static final SignPreset QUERY =
      of(
          "Query and body, signed into the query (Binance)",
          "{{ request.query }}{{ request.body }}",
          "signature",
          "{{ signature }}",
          ordered("X-MBX-APIKEY", "{{ keyId }}"));

  public static final SignPreset STANDARD_WEBHOOKS =
      of(
          "Standard Webhooks",
          "{{ request.headers.`webhook-id` }}.{{ timestamp }}.{{ request.body }}",
          "webhook-signature",
          "v1,{{ signature }}",
          ordered("webhook-id", "msg_{{ nonce }}", "webhook-timestamp", "{{ timestamp }}"),
          KeyForm.BASE64,
          Encoding.BASE64);

  public static final SignPreset SIGNATURE_HEADER =
      of(
          "Signature header with keyId and headers (draft-cavage)",
          """
          (request-target): {{ $lowercase(request.verb) }} {{ request.target }}
          host: {{ request.host }}
          date: {{ request.headers.date }}
          digest: {{ request.headers.digest }}\
          """,
          "Signature",
          "keyId=\"{{ keyId }}\",algorithm=\"hmac-sha256\",headers=\"(request-target) host date digest\",signature=\"{{ signature }}\"",
          ordered("Date", "{{ date }}", "Digest", "SHA-256={{ request.bodySha256Base64 }}"),
          KeyForm.TEXT,
          Encoding.BASE64);

  public static final SignPreset MESSAGE_SIGNATURE =
      of(
          "HTTP message signature (RFC 9421)",
          """
          "@method": {{ request.verb }}
          "@authority": {{ request.host }}
          "@path": {{ request.path }}
          "@query": ?{{ request.query }}
          "content-digest": {{ request.headers.`content-digest` }}
          "@signature-params": ("@method" "@authority" "@path" "@query" "content-digest");created={{ timestamp }};keyid="{{ keyId }}";alg="hmac-sha256\"\
          """,
          "Signature",
          "sig1=:{{ signature }}:",
          ordered(
              "Content-Digest",
              "sha-256=:{{ request.bodySha256Base64 }}:",
              "Signature-Input",
              "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\");created={{ timestamp }};keyid=\"{{ keyId }}\";alg=\"hmac-sha256\""),
          KeyForm.TEXT,
          Encoding.BASE64);

  /** In the order in which they are offered. */
  public static final List<SignPreset> ALL =
      List.of(
          TIMESTAMP_AND_BODY,
          WHOLE_REQUEST,
          BODY_HEX,
          BODY_BASE64,
          QUERY,
          STANDARD_WEBHOOKS,
          SIGNATURE_HEADER,
          MESSAGE_SIGNATURE);

  private static SignPreset of(
      String title, String text, String name, String value, Map<String, String> headers) {
    return of(title, text, name, value, headers, KeyForm.TEXT, Encoding.HEX);
  }

  private static SignPreset of(
      String title,
      String text,
      String name,
      String value,
      Map<String, String> headers,
      KeyForm key,
      Encoding encoding) {
    var isInQuery = name.equals("signature");
    var recipe =
        new SignRecipe(
            Algorithm.HMAC_SHA256,
            key,
            text,
            encoding,
            isInQuery ? In.QUERY : In.HEADER,
            name,
            value.equals("{{ signature }}") ? null : value,
            headers,
            isInQuery ? Map.of("timestamp", "{{ timestampMs }}") : Map.of());
    return new SignPreset(title, recipe);
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
