package io.patchbay.expression;

import com.dashjoin.jsonata.JException;

/** Stops an evaluation that has used up what it may use. */
final class LimitReached extends JException {

  LimitReached(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return getError();
  }
}
