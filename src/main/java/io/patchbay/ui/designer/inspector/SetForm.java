package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.flow.SetStep;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Sets variables that later steps see. */
@Component
@Order(6)
class SetForm implements StepForm<SetStep> {

  @Override
  public Class<SetStep> type() {
    return SetStep.class;
  }

  @Override
  public String kind() {
    return "set";
  }

  @Override
  public String title() {
    return "Set variables";
  }

  @Override
  public Icons icon() {
    return Icons.VARIABLE;
  }

  @Override
  public String sentence() {
    return "Sets variables that later steps see as vars.name";
  }

  @Override
  public String synonyms() {
    return "assign vars";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public SetStep create(String id) {
    return new SetStep(id, "Set variables", Map.of());
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<SetStep> editor) {
    tabs.tab("Variables", () -> new Variables(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  /** Name and value of each variable. */
  private static final class Variables extends Div {

    private final StepEditor<SetStep> editor;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Div twice = Look.div("pb-dz-hint pb-warning-text");

    Variables(StepEditor<SetStep> editor) {
      this.editor = editor;
      getElement().setAttribute("data-field", "values");
      editor.step().values().forEach(this::addRow);
      if (rows.isEmpty() && !editor.readOnly()) {
        addRow("", null);
      }
      var problems = new PreviewLine();
      Runnable refresh = () -> problems.show(null, null, editor.problemsAt("values"));
      editor.onRefresh(refresh);
      refresh.run();
      add(list, twice, Look.div("pb-dz-input", problems));
      if (!editor.readOnly()) {
        add(
            Look.div(
                "pb-dz-input",
                Look.testId(
                    "add-variable",
                    Buttons.neutral(
                        "Add variable", Icons.PLUS, () -> addRow("", null).name.focus()))));
      }
      add(
          Look.div(
              "pb-dz-hint",
              Look.span(
                  "",
                  "Steps that a path leads to from here see them as vars.name; those set inside a"
                      + " container are seen inside.")));
      warn();
    }

    private Row addRow(String name, @Nullable JsonNode value) {
      var row = new Row(name, value);
      rows.add(row);
      list.add(row);
      return row;
    }

    private void tell() {
      Map<String, JsonNode> values = new LinkedHashMap<>();
      for (Row row : rows) {
        String name = row.name.getValue().strip();
        if (!name.isEmpty()) {
          JsonNode value = row.value;
          values.put(name, value == null ? StringNode.valueOf("") : value);
        }
      }
      warn();
      editor.change("values", step -> new SetStep(step.id(), step.name(), values));
    }

    private void warn() {
      List<String> names = rows.stream().map(row -> row.name.getValue().strip()).toList();
      boolean again =
          names.stream().filter(name -> !name.isEmpty()).distinct().count()
              < names.stream().filter(name -> !name.isEmpty()).count();
      twice.setText(again ? "A name is there twice; the last one counts." : "");
      twice.setVisible(again);
    }

    /** One variable. */
    private final class Row extends Div {

      private final TextField name = Literal.field("");
      private @Nullable JsonNode value;

      Row(String variable, @Nullable JsonNode given) {
        value = given;
        addClassName("pb-dz-case");
        name.setValue(variable);
        name.setPlaceholder("name");
        name.setAriaLabel("Name of the variable");
        name.addClassName("pb-mono-field");
        name.setReadOnly(editor.readOnly());
        Look.testId("variable-name", name);
        name.addValueChangeListener(event -> {
          if (event.isFromClient()) {
            tell();
          }
        });
        var remove =
            Buttons.icon(
                Icons.X,
                "Remove the variable",
                () -> {
                  rows.remove(this);
                  list.remove(this);
                  tell();
                });
        remove.setVisible(!editor.readOnly());
        add(
            Look.div("pb-dz-case-head", Look.span("pb-mono-s pb-text-3", "vars."), name, remove),
            new ValueField(
                InputSpec.any("value", "values." + variable, "any", true),
                editor,
                () -> value,
                changed -> {
                  value = changed;
                  tell();
                }));
      }
    }
  }
}
