package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the run as failed.
 *
 * @param message what the record of the run and the answer say, a literal or with {@code {{
 *     expressions }}}
 * @param status the status of the answer, 400 to 599; 500 when left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FailStep(
    String id, @Nullable String name, @Nullable String message, @Nullable Integer status)
    implements ActiveStep {

  @Override
  public String kind() {
    return "fail";
  }

  @Override
  public List<String> outPorts() {
    return List.of();
  }
}
