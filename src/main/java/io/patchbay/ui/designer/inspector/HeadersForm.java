package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.flow.HeadersStep;
import io.patchbay.flow.Link;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets and removes headers of the calls that it is patched to. */
@Component
@Order(10)
class HeadersForm implements StepForm<HeadersStep> {

  @Override
  public Class<HeadersStep> type() {
    return HeadersStep.class;
  }

  @Override
  public String kind() {
    return "headers";
  }

  @Override
  public String title() {
    return "Headers";
  }

  @Override
  public Icons icon() {
    return Icons.LIST_PLUS;
  }

  @Override
  public Group group() {
    return Group.CUSTOMIZATIONS;
  }

  @Override
  public HeadersStep create(String id) {
    return new HeadersStep(id, "Headers", Map.of(), Map.of(), List.of());
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<HeadersStep> editor) {
    tabs.tab(
        "Headers",
        () ->
            Look.div(
                "",
                new HeaderRows(
                    editor,
                    "Set",
                    "set",
                    editor.step().set(),
                    set ->
                        editor.change(
                            "set",
                            step ->
                                new HeadersStep(
                                    step.id(), step.name(), set, step.append(), step.remove()))),
                remove(editor),
                patched(editor)));
  }

  private static Div remove(StepEditor<HeadersStep> editor) {
    TextField names = Literal.field(String.join(", ", editor.step().remove()));
    names.setPlaceholder("User-Agent, Accept-Language");
    names.setAriaLabel("Headers to remove");
    names.setReadOnly(editor.readOnly());
    Look.testId("header-remove", names);
    names.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        List<String> list =
            Stream.of(event.getValue().split("[,\\s]+")).filter(name -> !name.isBlank()).toList();
        editor.change(
            "remove",
            step -> new HeadersStep(step.id(), step.name(), step.set(), step.append(), list));
      }
    });
    var line = new PreviewLine();
    Runnable refresh = () -> line.show(null, null, editor.problems("remove"));
    editor.onRefresh(refresh);
    refresh.run();
    return Look.div(
        "pb-dz-input", Look.div("pb-field-top", Look.span("pb-strong", "Remove")), names, line);
  }

  private static Div patched(StepEditor<HeadersStep> editor) {
    Div list = Look.div("pb-dz-input");
    Runnable refresh =
        () -> {
          list.removeAll();
          list.add(Look.div("pb-field-top", Look.span("pb-strong", "Patched to")));
          List<String> calls =
              editor.drawing().flow().links().stream()
                  .filter(link -> link.isCable() && link.from().equals(editor.step().id()))
                  .map(Link::to)
                  .toList();
          if (calls.isEmpty()) {
            list.add(
                Look.div(
                    "pb-dz-hint",
                    new Span(
                        "No call yet. Draw a cable from its jack to the left edge of a call.")));
          }
          for (String id : calls) {
            String label = editor.drawing().flow().step(id).map(step -> step.label()).orElse(id);
            var row = new NativeButton(label);
            row.addClassName("pb-dz-row");
            row.addComponentAsFirst(Icons.PLUG.create("pb-i14"));
            row.addClickListener(event -> editor.drawing().select(Set.of(id)));
            list.add(row);
          }
        };
    editor.onRefresh(refresh);
    refresh.run();
    return list;
  }
}
