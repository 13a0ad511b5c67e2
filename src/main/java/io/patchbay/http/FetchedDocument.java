package io.patchbay.http;

import org.jspecify.annotations.Nullable;

/** What an address answered. */
public final class FetchedDocument {

  private final String url;
  private final byte[] content;
  private final @Nullable String contentType;
  private final @Nullable String etag;
  private final boolean unchanged;

  FetchedDocument(
      String url,
      byte[] content,
      @Nullable String contentType,
      @Nullable String etag,
      boolean unchanged) {
    this.url = url;
    this.content = content;
    this.contentType = contentType;
    this.etag = etag;
    this.unchanged = unchanged;
  }

  /** Where it was in the end, after redirects. */
  public String url() {
    return url;
  }

  /** Unpacked and not copied, as it may be large; empty where it did not change. */
  public byte[] content() {
    return content;
  }

  /** Absent when the server did not say. */
  public @Nullable String contentType() {
    return contentType;
  }

  /** For the next time; absent when the server gave none. */
  public @Nullable String etag() {
    return etag;
  }

  /** Whether it is still what the given etag stood for. */
  public boolean unchanged() {
    return unchanged;
  }
}
