package io.patchbay.http;

import java.io.IOException;

/** The body of an answer is larger than allowed, or packed in a way that is not understood. */
final class BodyProblem extends IOException {

  BodyProblem(String message) {
    super(message);
  }
}
