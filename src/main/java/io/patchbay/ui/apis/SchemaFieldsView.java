package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.apis.SchemaRow.Kind;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a schema as a tree; a line opens to all that can be said of it. */
final class SchemaFieldsView extends Div {

  private static final int INDENT_PX = 18;

  private final String what;
  private final transient ApiDraft draft;
  private final transient Consumer<JsonNode> onChange;
  private final Set<String> open = new HashSet<>(Set.of(""));
  private final transient Map<String, Div> lines = new HashMap<>();
  private transient @Nullable JsonNode schema;
  private @Nullable String chosen;

  SchemaFieldsView(
      String what, @Nullable JsonNode schema, ApiDraft draft, Consumer<JsonNode> onChange) {
    this.what = what;
    this.schema = schema;
    this.draft = draft;
    this.onChange = onChange;
    addClassName("pb-fields-tree");
    getElement().setAttribute("role", "tree");
    getElement().setAttribute("aria-label", "Fields of " + what);
    show();
  }

  /** Opens what can be said of the whole. */
  void chooseRoot() {
    chosen = "";
    show();
  }

  /** Shows another schema; what was open stays open. */
  void show(@Nullable JsonNode now) {
    schema = now;
    show();
  }

  private void show() {
    removeAll();
    lines.clear();
    JsonNode root = schema;
    if (root == null) {
      Div nothing = SchemaEditor.nothing(() -> change(SchemaEditor.emptyObject()));
      nothing.setEnabled(draft.mayEdit());
      add(nothing);
      return;
    }
    List<SchemaRow> rows = SchemaTree.rows(root, what, draft.schemas()::resolve, open);
    var waiting = new ArrayList<SchemaRow>();
    for (SchemaRow row : rows) {
      closeObjects(waiting, row.depth());
      Div line = line(row);
      lines.put(row.key(), line);
      add(line);
      if (row.key().equals(chosen)) {
        add(new SchemaRowForm(row, draft, this::edit, this::rename));
      }
      if (takesFields(row) && open.contains(row.key())) {
        waiting.add(row);
      }
    }
    closeObjects(waiting, 0);
    if (rows.size() >= SchemaTree.MOST) {
      add(Look.div("pb-hint", new Span("More fields are in the JSON.")));
    }
  }

  /** After the last field of an object comes the place for a new one. */
  private void closeObjects(List<SchemaRow> waiting, int depth) {
    while (!waiting.isEmpty() && waiting.getLast().depth() >= depth) {
      add(adder(waiting.removeLast()));
    }
  }

  private boolean isFixed(SchemaRow row) {
    return row.foreign() || !draft.mayEdit();
  }

  private boolean takesFields(SchemaRow row) {
    return !isFixed(row) && !fieldsOf(row).isEmpty();
  }

  /** The object that a new field goes into: the line's own, or that of its elements. */
  private static List<List<String>> fieldsOf(SchemaRow row) {
    JsonNode items = row.schema().path("items");
    return switch (row.type()) {
      case OBJECT -> List.of(row.core());
      case LIST ->
          SchemaType.of(items) == SchemaType.OBJECT && !Nulls.allowed(items)
              ? List.of(Texts.plus(row.core(), "items"))
              : List.of();
      default -> List.of();
    };
  }

  private Div line(SchemaRow row) {
    return filled(Look.div("pb-schema-row"), row);
  }

  private Div filled(Div line, SchemaRow row) {
    line.removeAll();
    line.setClassName("foreign", row.foreign());
    line.setClassName("chosen", row.key().equals(chosen));
    line.getElement().setAttribute("role", "treeitem");
    line.getElement().setAttribute("aria-level", String.valueOf(row.depth() + 1));
    if (row.expandable()) {
      line.getElement().setAttribute("aria-expanded", String.valueOf(open.contains(row.key())));
    }
    line.add(name(row), type(row), required(row));
    String details = SchemaWords.details(row.schema());
    line.add(Look.title(details, Look.span("pb-schema-details pb-ellipsis", details)));
    line.add(isFixed(row) ? new Span() : actions(row));
    return line;
  }

  private Component name(SchemaRow row) {
    var cell = Look.div("pb-schema-name");
    cell.getStyle().set("padding-inline-start", row.depth() * INDENT_PX + "px");
    if (row.expandable()) {
      boolean isOpen = open.contains(row.key());
      var turn =
          Buttons.icon(
              isOpen ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT,
              (isOpen ? "Close " : "Open ") + row.name(),
              () -> toggle(row));
      turn.addClassName("pb-schema-turn");
      cell.add(turn);
    } else {
      cell.add(Look.span("pb-schema-turn", ""));
    }
    var name = new NativeButton(row.name());
    name.addClassNames("pb-schema-label", row.kind() == Kind.FIELD ? "pb-mono" : "pb-text-2");
    if (row.schema().path("deprecated").asBoolean(false)) {
      name.addClassName("old");
    }
    name.setEnabled(!isFixed(row));
    name.addClickListener(event -> choose(row));
    cell.add(name);
    return cell;
  }

  private Component type(SchemaRow row) {
    var words = new Span(SchemaWords.type(row.schema()));
    var cell = Look.line("pb-schema-type pb-ellipsis");
    if (row.reference().isEmpty()) {
      cell.add(words);
    } else {
      var link = Look.link(SchemasPage.path(draft, row.reference()), words);
      cell.add(Look.title("Open schema " + row.reference(), link));
    }
    if (row.nullable()) {
      cell.add(Look.span("pb-text-3", " or null"));
    }
    return cell;
  }

  private Component required(SchemaRow row) {
    if (row.kind() != Kind.FIELD) {
      return new Span();
    }
    if (isFixed(row)) {
      return row.required() ? Look.title("required", Look.span("pb-required", "*")) : new Span();
    }
    var box = new Checkbox(row.required());
    box.setAriaLabel(row.name() + " is required");
    box.setTooltipText("Required");
    box.addValueChangeListener(event -> {
      JsonNode root = schema;
      if (root != null && event.isFromClient()) {
        change(SchemaPaths.require(root, row.path(), event.getValue()));
      }
    });
    return box;
  }

  private Component actions(SchemaRow row) {
    var actions = Look.line("pb-schema-actions");
    if (row.kind() == Kind.FIELD) {
      actions.add(
          Buttons.icon(Icons.ARROW_UP, "Move " + row.name() + " up", () -> move(row, -1)),
          Buttons.icon(Icons.ARROW_DOWN, "Move " + row.name() + " down", () -> move(row, 1)));
    }
    if (row.kind() == Kind.FIELD || row.kind() == Kind.OPTION) {
      actions.add(Buttons.icon(Icons.TRASH_2, "Delete " + row.name(), () -> delete(row)));
    }
    return actions;
  }

  private Component adder(SchemaRow row) {
    var field = new TextField();
    field.setPlaceholder("Add a field");
    field.setAriaLabel("Name of a new field of " + row.name());
    field.addClassNames("pb-cell-field", "pb-mono-field", "pb-schema-adder");
    field.getStyle().set("margin-inline-start", (row.depth() + 1) * INDENT_PX + 22 + "px");
    Look.testId("add-field", field);
    field.addValueChangeListener(event -> {
      String name = event.getValue().strip();
      JsonNode root = schema;
      List<String> object = fieldsOf(row).getFirst();
      if (name.isEmpty() || root == null) {
        return;
      }
      if (SchemaPaths.at(root, object).path("properties").has(name)) {
        field.setErrorMessage("There is a field '%s' already.".formatted(name));
        field.setInvalid(true);
        return;
      }
      chosen = String.join("\n", Texts.plus(Texts.plus(object, "properties"), name));
      change(SchemaPaths.add(root, object, name));
    });
    return field;
  }

  private void toggle(SchemaRow row) {
    if (!open.remove(row.key())) {
      open.add(row.key());
    }
    show();
  }

  private void choose(SchemaRow row) {
    chosen = row.key().equals(chosen) ? null : row.key();
    show();
  }

  /** Takes what the form says of a line; with another type, the lines below it change too. */
  private void edit(SchemaRow row, List<String> at, JsonNode changed) {
    JsonNode root = schema;
    if (root == null) {
      return;
    }
    JsonNode was = SchemaPaths.at(root, at);
    boolean shapeChanged =
        !SchemaWords.type(was).equals(SchemaWords.type(changed))
            || Nulls.allowed(was) != Nulls.allowed(changed);
    JsonNode now = SchemaPaths.change(root, at, before -> changed);
    if (shapeChanged) {
      open.add(row.key());
      change(now);
      return;
    }
    schema = now;
    onChange.accept(now);
    SchemaTree.rows(now, what, draft.schemas()::resolve, open).stream()
        .filter(one -> one.key().equals(row.key()))
        .findFirst()
        .ifPresent(one -> lines.computeIfPresent(row.key(), (key, line) -> filled(line, one)));
  }

  private void rename(SchemaRow row, String newName) {
    JsonNode root = schema;
    if (root != null) {
      chosen = String.join("\n", Texts.plus(row.path().subList(0, row.path().size() - 1), newName));
      change(SchemaPaths.rename(root, row.path(), newName));
    }
  }

  private void move(SchemaRow row, int by) {
    JsonNode root = schema;
    if (root != null) {
      change(SchemaPaths.move(root, row.path(), by));
    }
  }

  private void delete(SchemaRow row) {
    JsonNode before = schema;
    if (before != null) {
      change(SchemaPaths.remove(before, row.path()));
      Toasts.undo("Field %s deleted".formatted(row.name()), () -> change(before));
    }
  }

  private void change(JsonNode now) {
    schema = now;
    onChange.accept(now);
    show();
  }
}
