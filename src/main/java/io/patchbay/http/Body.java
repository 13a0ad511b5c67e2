package io.patchbay.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request, ready to be sent as often as it takes. */
final class Body {

  private final byte[] bytes;
  private final @Nullable String contentType;
  private final @Nullable String shown;
  private final List<SentRequest.Part> parts;
  private final @Nullable String origin;

  private Body(
      byte[] bytes,
      @Nullable String contentType,
      @Nullable String shown,
      List<SentRequest.Part> parts,
      @Nullable String origin) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.shown = shown;
    this.parts = parts;
    this.origin = origin;
  }

  /**
   * @param contentType that fits the bytes; absent for the one that is there
   */
  static Body of(byte[] bytes, @Nullable String contentType) {
    return new Body(bytes, contentType, null, List.of(), null);
  }

  /**
   * @param shown the body with sizes in place of files
   */
  static Body multipart(
      byte[] bytes, String contentType, String shown, List<SentRequest.Part> parts) {
    return new Body(bytes, contentType, shown, List.copyOf(parts), null);
  }

  /** The same, from a customization. */
  Body from(String newOrigin) {
    return new Body(bytes, contentType, shown, parts, newOrigin);
  }

  /** The customization that put it in place of the one that was given; absent for that one. */
  @Nullable String origin() {
    return origin;
  }

  byte[] bytes() {
    return bytes;
  }

  @Nullable String contentType() {
    return contentType;
  }

  /** How it may be shown, secrets not yet masked; absent when the bytes themselves may be. */
  @Nullable String shown() {
    return shown;
  }

  List<SentRequest.Part> parts() {
    return parts;
  }

  boolean isMultipart() {
    return shown != null;
  }
}
