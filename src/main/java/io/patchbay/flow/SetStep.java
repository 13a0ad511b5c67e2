package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sets variables: the steps that a path leads to from here see them as {@code vars.<name>}; a later
 * set of the same name hides an earlier one. Those set within a container are seen within. Its
 * output has {@code body}, the variables that it set.
 *
 * @param values by name; strings in them may hold {@code {{ expressions }}}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SetStep(String id, @Nullable String name, Map<String, JsonNode> values)
    implements ActiveStep {

  public SetStep {
    values = values == null ? Map.of() : new LinkedHashMap<>(values);
  }

  @Override
  public String kind() {
    return "set";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
