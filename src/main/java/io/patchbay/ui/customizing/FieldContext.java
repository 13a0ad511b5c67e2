package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import io.patchbay.ui.shell.CodeEditor.Completion;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a field knows of where it stands: whether it may be edited, and what is shown with it. */
public interface FieldContext {

  /** Whether it is only looked at. */
  boolean readOnly();

  /** What may be written in expressions. */
  List<Completion> completions();

  /**
   * What is shown below a field: what is wrong with it, and what its value comes to where that is
   * known.
   *
   * @param field whether this is the field's name in problems
   */
  Component line(Predicate<String> field, Supplier<@Nullable JsonNode> value);

  /** As the other, for a field and all within it. */
  default Component line(String field, Supplier<@Nullable JsonNode> value) {
    return line(name -> name.equals(field) || name.startsWith(field + "."), value);
  }

  /** As {@link #line}, with room for a value of many lines. */
  Component result(String field, Supplier<@Nullable JsonNode> value);

  /** Calls this whenever completions may have changed. */
  void onRefresh(Runnable refresher);
}
