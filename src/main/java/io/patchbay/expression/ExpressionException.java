package io.patchbay.expression;

/**
 * An expression that cannot be compiled or evaluated; the message says where and why, for the one
 * who wrote it.
 */
public class ExpressionException extends RuntimeException {

  public ExpressionException(String message) {
    super(message);
  }
}
