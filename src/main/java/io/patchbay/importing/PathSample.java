package io.patchbay.importing;

import java.util.List;
import java.util.Set;

/**
 * A path that was called.
 *
 * @param answerFields the names of the fields of a JSON object that was answered; empty when that
 *     is not known
 */
record PathSample(String verb, List<String> segments, Set<String> answerFields) {

  PathSample {
    segments = List.copyOf(segments);
  }
}
