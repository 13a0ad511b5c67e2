package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** All kinds of credentials in groups, each with a sentence; the arrows move, one is chosen. */
final class KindChooser extends Div {

  KindChooser(CredentialKind chosen, Consumer<CredentialKind> onChoice) {
    addClassName("pb-kinds");
    getElement().setAttribute("role", "radiogroup");
    getElement().setAttribute("aria-label", "Kind of credential");
    for (CredentialKind.Group group : CredentialKind.Group.values()) {
      add(Look.div("pb-kinds-group", Look.span("", group.title())));
      group.kinds().forEach(kind -> add(option(kind, kind == chosen, onChoice)));
    }
  }

  private static NativeLabel option(
      CredentialKind kind, boolean isChosen, Consumer<CredentialKind> onChoice) {
    var radio = new Input();
    radio.setType("radio");
    radio.getElement().setAttribute("name", "credential-kind");
    radio.getElement().setAttribute("aria-label", kind.title());
    if (isChosen) {
      radio.getElement().setAttribute("checked", true);
    }
    radio.getElement().addEventListener("change", event -> onChoice.accept(kind));
    Look.testId("kind-" + kind.kind(), radio);
    var label = new NativeLabel();
    label.addClassName("pb-kind");
    label.add(
        radio,
        kind.icon().create("pb-i14"),
        Look.two(Look.span("pb-strong", kind.titleInGroup()), Look.span("", kind.explanation())));
    return label;
  }
}
