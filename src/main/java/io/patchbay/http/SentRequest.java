package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentRequest(
    String verb,
    String url,
    List<Header> headers,
    @Nullable String body,
    @Nullable Long bodyBytes,
    @Nullable List<Part> parts) {

  /** What stands in place of a secret. */
  public static final String MASK = "••••••";

  public SentRequest(String verb, String url, List<Header> headers, @Nullable String body) {
    this(verb, url, headers, body, null, null);
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
      @Nullable String value) {}

  /**
   * A request header.
   *
   * @param origin where it comes from: {@code api}, {@code method}, {@code input}, {@code
   *     credential}, {@code flow} or {@code patchbay}; for a customization its name follows, for
   *     example {@code flow: Trace headers}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Header(String name, String value, @Nullable String origin) {}
}
