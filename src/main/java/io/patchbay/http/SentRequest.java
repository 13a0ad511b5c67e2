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
 * @param body the body as text, redacted and shortened to 64 KiB; absent when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentRequest(String verb, String url, List<Header> headers, @Nullable String body) {

  /** What stands in place of a secret. */
  public static final String MASK = "••••••";

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
