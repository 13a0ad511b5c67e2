package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.flow.SwitchStep;
import io.patchbay.flow.SwitchStep.Case;
import io.patchbay.ui.designer.editing.SwitchPorts;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cases of a switch, in the order in which they are tried: a port and an expression each. */
final class SwitchCases extends Div {

  private final StepEditor<SwitchStep> editor;
  private final Div list = new Div();

  SwitchCases(StepEditor<SwitchStep> editor) {
    this.editor = editor;
    getElement().setAttribute("data-field", "cases");
    add(list);
    if (!editor.readOnly()) {
      add(
          Look.div(
              "pb-dz-input",
              Look.testId("add-case", Buttons.neutral("Add case", Icons.PLUS, this::addCase))));
    }
    var problems = new PreviewLine();
    Runnable refresh = () -> problems.show(null, null, editor.problemsAt("cases"));
    editor.onRefresh(refresh);
    refresh.run();
    add(
        Look.div("pb-dz-input", problems),
        Look.div(
            "pb-dz-hint",
            Look.span(
                "",
                "The first case that holds decides; where none does, the flow goes on at else.")));
    show();
  }

  private void show() {
    list.removeAll();
    for (int i = 0; i < cases().size(); i++) {
      list.add(block(i));
    }
  }

  private Div block(int at) {
    Case one = cases().get(at);
    var port = new TextField();
    port.setValue(one.port());
    port.setWidthFull();
    port.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    port.setAriaLabel("Port of case %d".formatted(at + 1));
    port.setReadOnly(editor.readOnly());
    port.addClassName("pb-mono-field");
    Look.testId("case-port", port);
    port.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        rename(at, port);
      }
    });
    Div head = Look.div("pb-dz-case-head", Look.span("pb-num pb-text-3", at + 1 + "."), port);
    if (!editor.readOnly()) {
      var up = Buttons.icon(Icons.ARROW_UP, "Try it earlier", () -> move(at, -1));
      up.setEnabled(at > 0);
      var down = Buttons.icon(Icons.ARROW_DOWN, "Try it later", () -> move(at, 1));
      down.setEnabled(at < cases().size() - 1);
      head.add(
          Look.testId("case-up", up),
          Look.testId("case-down", down),
          Look.testId("case-remove", Buttons.icon(Icons.X, "Remove the case", () -> remove(at))));
    }
    Div block =
        Look.div(
            "pb-dz-case",
            head,
            new ExpressionField(
                    InputSpec.any("when", "cases[%d].when".formatted(at), "boolean", true),
                    editor,
                    () -> at < cases().size() ? Fx.source(cases().get(at).when()) : "",
                    source ->
                        change(
                            replaced(
                                at,
                                new Case(
                                    cases().get(at).port(),
                                    source.isBlank() ? "" : Fx.text(source))),
                            "cases." + at))
                .asTruth());
    return Look.testId("case-" + one.port(), block);
  }

  private List<Case> cases() {
    return editor.step().cases();
  }

  private List<Case> replaced(int at, Case one) {
    List<Case> all = new ArrayList<>(cases());
    all.set(at, one);
    return all;
  }

  private void change(List<Case> cases, String field) {
    editor.change(field, step -> new SwitchStep(step.id(), step.name(), cases));
  }

  private void rename(int at, TextField field) {
    String old = cases().get(at).port();
    String wanted = field.getValue().strip();
    Optional<String> wrong = SwitchPorts.problem(wanted, old, cases());
    field.setInvalid(wrong.isPresent());
    field.setErrorMessage(wrong.orElse(null));
    if (wrong.isEmpty() && !wanted.equals(old)) {
      List<Case> all = replaced(at, new Case(wanted, cases().get(at).when()));
      apply(all, Map.of(old, wanted));
    }
  }

  private void addCase() {
    List<Case> all = new ArrayList<>(cases());
    all.add(new Case(SwitchPorts.free(all), ""));
    apply(all, Map.of());
  }

  private void move(int at, int by) {
    List<Case> all = new ArrayList<>(cases());
    Collections.swap(all, at, at + by);
    apply(all, Map.of());
  }

  private void remove(int at) {
    List<Case> all = new ArrayList<>(cases());
    all.remove(at);
    apply(all, Map.of());
  }

  private void apply(List<Case> all, Map<String, String> renamed) {
    editor.drawing().apply(new SwitchPorts(editor.step().id(), all, renamed));
    show();
  }
}
