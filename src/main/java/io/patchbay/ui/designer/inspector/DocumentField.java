package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.customizing.DocumentValue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An input that is a whole document, with what it comes to. */
final class DocumentField extends Div {

  DocumentField(
      InputSpec spec,
      StepEditor<?> editor,
      Supplier<@Nullable JsonNode> value,
      Consumer<@Nullable JsonNode> onChange) {
    addClassName("pb-dz-input");
    add(
        new DocumentValue(
            spec.name(), spec.field(), spec.type(), spec.required(), editor, value, onChange));
  }
}
