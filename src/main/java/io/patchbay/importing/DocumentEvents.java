package io.patchbay.importing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hears what a document holds, in its order. Lines and columns count from 1. */
interface DocumentEvents {

  void startObject(@Nullable String anchor, int line, int column);

  void startList(@Nullable String anchor, int line, int column);

  /** The end of the object or list that was started last. */
  void end();

  /** The next value of an object belongs to this key. */
  void key(String name, int line);

  /** What comes next is to be merged into the object, YAML's {@code <<}. */
  void mergeKey(int line);

  void scalar(JsonNode value, @Nullable String anchor, int line, int column);

  /** The value that has this anchor stands here, too. */
  void alias(String anchor, int line, int column);

  /** Something that is good to know about the document as a whole. */
  void note(String message, int line);
}
