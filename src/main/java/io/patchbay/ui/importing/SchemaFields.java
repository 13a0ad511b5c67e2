package io.patchbay.ui.importing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The fields of a schema as a tree; inner ones are made when they are opened. */
final class SchemaFields extends Div {

  private static final int MOST = 150;

  private final transient Map<String, JsonNode> shared;

  SchemaFields(JsonNode schema, Map<String, JsonNode> shared) {
    this.shared = shared;
    addClassName("pb-schema-fields");
    show(this, SchemaField.of(schema, shared));
  }

  private void show(Div place, List<SchemaField> fields) {
    fields.stream().limit(MOST).forEach(field -> add(place, field));
    if (fields.size() > MOST) {
      place.add(Look.div("pb-small pb-text-3", new Span(fields.size() - MOST + " more fields")));
    }
  }

  private void add(Div place, SchemaField field) {
    var words = Look.title(field.words(), Look.span("pb-text-3 pb-ellipsis", field.words()));
    if (!field.opens(shared)) {
      place.add(Look.div("pb-schema-field", Look.span("pb-k pb-ellipsis", field.name()), words));
      return;
    }
    var inner = Look.div("pb-schema-inner");
    inner.setVisible(false);
    var opener = new NativeButton();
    opener.addClassName("pb-schema-opener");
    opener.add(Icons.CHEVRON_RIGHT.create("pb-i12"), Look.span("pb-k pb-ellipsis", field.name()));
    opener.getElement().setAttribute("aria-expanded", "false");
    opener.addClickListener(event -> {
      boolean open = !inner.isVisible();
      if (open && inner.getComponentCount() == 0) {
        show(inner, SchemaField.of(field.inner(), shared));
      }
      inner.setVisible(open);
      opener.getElement().setAttribute("aria-expanded", String.valueOf(open));
    });
    place.add(Look.div("pb-schema-field", opener, words), inner);
  }
}
