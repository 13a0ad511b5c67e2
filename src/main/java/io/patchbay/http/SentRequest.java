package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent, fit to be shown and stored: secrets are masked.
 *
 * @param verb the HTTP method
 * @param url the address with its query, secrets in it masked
 * @param headers in the order in which they were sent
 * @param body the body as text, redacted and shortened to 64 KiB: bytes as base64, files of a
 *     multipart body as their size; absent when there was none
 * @param bodyBytes the size of the body as it was sent; absent when there was none
 * @param parts the parts of a multipart body; absent for any other
 * @param query the query parameters, decoded, and where each comes from
 * @param bodyOrigin the customization that put the body in place of the one that was given; absent
 *     for that one
 * @param credential what it was authenticated with; absent when nothing was
 * @param certificate the client certificate that was shown; absent when none was
 * @param proxy the proxy that it went through; absent when it went directly
 * @param tlsNotVerified true where any certificate of the server would have done; else absent
 * @param policies that were in force and are not the usual ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentRequest(
    String verb,
    String url,
    List<Header> headers,
    @Nullable String body,
    @Nullable Long bodyBytes,
    @Nullable List<Part> parts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Query> query,
    @Nullable String bodyOrigin,
    @Nullable Used credential,
    @Nullable Used certificate,
    @Nullable String proxy,
    @Nullable Boolean tlsNotVerified,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Policy> policies) {

  /** What stands in place of a secret. */
  public static final String MASK = "••••••";

  public SentRequest(String verb, String url, List<Header> headers, @Nullable String body) {
    this(verb, url, headers, body, null, null, List.of(), null, null, null, null, null, List.of());
  }

  public SentRequest {
    headers = headers == null ? List.of() : headers;
    query = query == null ? List.of() : query;
    policies = policies == null ? List.of() : policies;
  }

  /** The same with all its texts changed. */
  SentRequest redacted(UnaryOperator<String> redact) {
    return new SentRequest(
        verb,
        redact.apply(url),
        headers.stream()
            .map(line -> new Header(line.name(), redact.apply(line.value()), line.origin()))
            .toList(),
        body == null ? null : redact.apply(body),
        bodyBytes,
        parts == null ? null : parts.stream().map(part -> part.redacted(redact)).toList(),
        query.stream()
            .map(one -> new Query(one.name(), redact.apply(one.value()), one.origin()))
            .toList(),
        bodyOrigin,
        credential,
        certificate,
        proxy,
        tlsNotVerified,
        policies);
  }

  /**
   * A part of a multipart body.
   *
   * @param filename absent for what is no file
   * @param contentType absent when the part has none, which means text
   * @param bytes its size as it was sent
   * @param value redacted and shortened text; absent for a file
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      String name,
      @Nullable String filename,
      @Nullable String contentType,
      long bytes,
      @Nullable String value) {

    private Part redacted(UnaryOperator<String> redact) {
      var clean = value == null ? null : redact.apply(value);
      return new Part(name, filename, contentType, bytes, clean);
    }
  }

  /**
   * A request header.
   *
   * @param origin where it comes from: {@code api}, {@code method}, {@code input}, {@code
   *     credential}, {@code flow} or {@code patchbay}; for a customization its name follows, for
   *     example {@code flow: Trace headers}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Header(String name, String value, @Nullable String origin) {}

  /**
   * A query parameter.
   *
   * @param origin as in {@link Header}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Query(String name, String value, @Nullable String origin) {}

  /**
   * A policy, such as {@code totalMs}.
   *
   * @param value as JSON
   * @param origin as in {@link Header}
   */
  public record Policy(String name, String value, String origin) {}

  /**
   * A credential or certificate that took part.
   *
   * @param name in the workspace; absent when it is another workspace's, which lends it
   * @param origin as in {@link Header}; {@code api} for the API itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Used(@Nullable String name, @Nullable String origin) {}
}
