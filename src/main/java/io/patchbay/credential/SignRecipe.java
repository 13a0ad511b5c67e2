package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a request is signed with a shared key (HMAC, RFC 2104): which text, and where the signature
 * goes. Texts may hold {@code {{ expressions }}} over {@code request} (verb, url, origin, host,
 * path, query, sortedQuery, target, headers, body, bodySha256, bodySha256Base64, bodyMd5), {@code
 * timestamp} (seconds), {@code timestampMs}, {@code date}, {@code isoDate}, {@code nonce}, {@code
 * keyId} and, in {@code value} and {@code headers}, {@code signature}.
 *
 * @param algorithm HMAC with SHA-256 when left out
 * @param key how the stored key is to be read; as text when left out
 * @param text what is signed
 * @param encoding how the signature is written; hexadecimal when left out
 * @param in where it goes; header when left out
 * @param name the name of the header or query parameter that carries it
 * @param value what is put there; the bare signature when left out
 * @param headers further headers that are set first, so that the text may hold them, such as {@code
 *     X-Timestamp: "{{ timestamp }}"}; one whose value holds the signature is set last
 * @param query query parameters that are added first, such as {@code timestamp: "{{ timestampMs
 *     }}"}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SignRecipe(
    Algorithm algorithm,
    KeyForm key,
    String text,
    Encoding encoding,
    In in,
    String name,
    @Nullable String value,
    Map<String, String> headers,
    Map<String, String> query) {

  /** One that signs nothing yet. */
  public static final SignRecipe EMPTY =
      new SignRecipe(
          Algorithm.HMAC_SHA256,
          KeyForm.TEXT,
          "",
          Encoding.HEX,
          In.HEADER,
          "",
          null,
          Map.of(),
          Map.of());

  public SignRecipe {
    algorithm = algorithm == null ? Algorithm.HMAC_SHA256 : algorithm;
    key = key == null ? KeyForm.TEXT : key;
    text = text == null ? "" : text;
    encoding = encoding == null ? Encoding.HEX : encoding;
    in = in == null ? In.HEADER : in;
    name = name == null ? "" : name.strip();
    headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
    query = query == null ? Map.of() : new LinkedHashMap<>(query);
  }

  /** The hash that the signature is made with. */
  public enum Algorithm {
    @JsonProperty("hmacSha256")
    HMAC_SHA256,
    @JsonProperty("hmacSha1")
    HMAC_SHA1,
    @JsonProperty("hmacSha384")
    HMAC_SHA384,
    @JsonProperty("hmacSha512")
    HMAC_SHA512
  }

  /** How the stored key becomes bytes. */
  public enum KeyForm {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("base64")
    BASE64,
    @JsonProperty("hex")
    HEX
  }

  /** How the signature becomes text. */
  public enum Encoding {
    @JsonProperty("hex")
    HEX,
    @JsonProperty("base64")
    BASE64,
    @JsonProperty("base64url")
    BASE64URL
  }

  /** Where the signature goes. */
  public enum In {
    @JsonProperty("header")
    HEADER,
    @JsonProperty("query")
    QUERY
  }
}
