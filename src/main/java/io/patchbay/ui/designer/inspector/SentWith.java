package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Api;
import io.patchbay.credential.Auth;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.AppliedCustomization;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;

/** What is sent with a call beside its inputs, and where each comes from. */
final class SentWith extends Div {

  private final StepEditor<CallStep> editor;
  private final Api api;

  SentWith(StepEditor<CallStep> editor, Api api) {
    this.editor = editor;
    this.api = api;
    addClassName("pb-dz-sent");
    editor.onRefresh(this::show);
    show();
  }

  private void show() {
    removeAll();
    var all =
        AppliedCustomization.of(editor.drawing().flow(), editor.step(), editor.drawing().lookup());
    boolean signed = !(api.auth() instanceof Auth.None);
    setVisible(signed || !all.isEmpty());
    add(Look.div("pb-dz-group", Look.span("pb-strong", "Sent with")));
    if (signed) {
      add(row(Icons.KEY_ROUND, "", "Credential of " + api.name(), "from API"));
    }
    for (AppliedCustomization one : all) {
      add(row(one.icon(), "copper", one.name(), one.origin().words()));
    }
  }

  private static Div row(Icons icon, String className, String name, String origin) {
    return Look.div(
        "pb-dz-sent-row " + className,
        icon.create("pb-i14"),
        Look.span("pb-ellipsis", name),
        Look.line("pb-end pb-text-3", new Span(origin)));
  }
}
