package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on at {@code true} or {@code false}. Its output has {@code body}, the boolean.
 *
 * @param when {@code {{ expression }}}, true or false as JSONata's {@code $boolean} has it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConditionStep(String id, @Nullable String name, @Nullable String when)
    implements ActiveStep {

  public static final String TRUE = "true";
  public static final String FALSE = "false";

  @Override
  public String kind() {
    return "condition";
  }

  @Override
  public List<String> outPorts() {
    return List.of(TRUE, FALSE, Link.ERROR);
  }
}
