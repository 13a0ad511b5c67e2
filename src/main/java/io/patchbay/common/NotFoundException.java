package io.patchbay.common;

/** There is no such thing, or none that the user may see: the two look the same. */
public class NotFoundException extends RuntimeException {

  public NotFoundException(String message) {
    super(message);
  }

  /** For example {@code NotFoundException.of("flow", "orders")}. */
  public static NotFoundException of(String kind, Object name) {
    return new NotFoundException("There is no %s '%s' here.".formatted(kind, name));
  }
}
