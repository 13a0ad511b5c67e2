package io.patchbay.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says to whoever started it, as plain values.
 *
 * @param body a plain value, or {@link #NO_BODY}
 */
public record Answer(int status, Map<String, String> headers, @Nullable Object body) {

  /** Stands for an answer without a body, which is not JSON null. */
  public static final Object NO_BODY =
      new Object() {
        @Override
        public String toString() {
          return "no body";
        }
      };

  public Answer {
    headers = Map.copyOf(headers);
  }

  public boolean hasBody() {
    return !NO_BODY.equals(body);
  }
}
