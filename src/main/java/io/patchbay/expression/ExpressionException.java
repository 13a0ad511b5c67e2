package io.patchbay.expression;

/**
 * An expression that cannot be compiled or evaluated; the message says where and why, for the one
 * who wrote it.
 */
public class ExpressionException extends RuntimeException {

  private final int position;

  public ExpressionException(String message) {
    this(message, -1);
  }

  public ExpressionException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** The place in the source, in characters from its start, or -1 when it is not known. */
  public int position() {
    return position;
  }
}
